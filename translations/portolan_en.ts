<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Access</name>
    <message numerus="yes">
        <source>%1 and %n other(s)</source>
        <translation>
            <numerusform>%1 and %n other</numerusform>
            <numerusform>%1 and %n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) fail</source>
        <translation>
            <numerusform>%n rule fails</numerusform>
            <numerusform>%n rules fail</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n unknown</numerusform>
            <numerusform>%n unknown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) warn</source>
        <translation>
            <numerusform>%n rule warns</numerusform>
            <numerusform>%n rules warn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) ago</source>
        <translation>
            <numerusform>%n week ago</numerusform>
            <numerusform>%n weeks ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n week(s)</source>
        <translation>
            <numerusform>in %n week</numerusform>
            <numerusform>in %n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <translation>
            <numerusform>%n month ago</numerusform>
            <numerusform>%n months ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n month(s)</source>
        <translation>
            <numerusform>in %n month</numerusform>
            <numerusform>in %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Clauses</name>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n required</source>
        <translation>
            <numerusform>%n required</numerusform>
            <numerusform>%n required</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The contract lists %n field(s) of %1.</source>
        <translation>
            <numerusform>The contract lists %n field of %1.</numerusform>
            <numerusform>The contract lists %n fields of %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Broken %n time(s) in %1 days</source>
        <translation>
            <numerusform>Broken once in %1 days</numerusform>
            <numerusform>Broken %n times in %1 days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Consumers</name>
    <message numerus="yes">
        <source>%n agreement(s) in force</source>
        <translation>
            <numerusform>%n agreement in force</numerusform>
            <numerusform>%n agreements in force</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n over</source>
        <translation>
            <numerusform>%n over</numerusform>
            <numerusform>%n over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n terminated</source>
        <translation>
            <numerusform>%n terminated</numerusform>
            <numerusform>%n terminated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rejected</source>
        <translation>
            <numerusform>%n rejected</numerusform>
            <numerusform>%n rejected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dependants</name>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other thing(s)</source>
        <translation>
            <numerusform>%n other thing</numerusform>
            <numerusform>%n other things</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n owner(s)</source>
        <translation>
            <numerusform>%n owner</numerusform>
            <numerusform>%n owners</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) away</source>
        <translation>
            <numerusform>%n step away</numerusform>
            <numerusform>%n steps away</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message numerus="yes">
        <source>Descriptions of %n field(s) are edited here, and wait to be sent.</source>
        <translation>
            <numerusform>The description of %n field is edited here, and waits to be sent.</numerusform>
            <numerusform>Descriptions of %n fields are edited here, and wait to be sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FieldFlows</name>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s)</source>
        <translation>
            <numerusform>%n thing</numerusform>
            <numerusform>%n things</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Incident</name>
    <message numerus="yes">
        <source>%n %1 check(s) fail</source>
        <extracomment>%1 is a dimension of quality: &quot;3 freshness checks fail&quot;</extracomment>
        <translation>
            <numerusform>%n %1 check fails</numerusform>
            <numerusform>%n %1 checks fail</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) fail</source>
        <translation>
            <numerusform>%n check fails</numerusform>
            <numerusform>%n checks fail</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IncidentStory</name>
    <message numerus="yes">
        <source>from %n failing check(s), one root</source>
        <translation>
            <numerusform>from %n failing check, one root</numerusform>
            <numerusform>from %n failing checks, one root</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %n failing check(s), below %1</source>
        <translation>
            <numerusform>from %n failing check, below %1</numerusform>
            <numerusform>from %n failing checks, below %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) have failed, the first one for %1.</source>
        <translation>
            <numerusform>%n check has failed, the first one for %1.</numerusform>
            <numerusform>%n checks have failed, the first one for %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing upstream of it fails, so it is the root of %n other incident(s).</source>
        <translation>
            <numerusform>Nothing upstream of it fails, so it is the root of %n other incident.</numerusform>
            <numerusform>Nothing upstream of it fails, so it is the root of %n other incidents.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LineageWords</name>
    <message numerus="yes">
        <source>%n agreement(s)</source>
        <translation>
            <numerusform>%n agreement</numerusform>
            <numerusform>%n agreements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n end(s) within 30 days</source>
        <translation>
            <numerusform>%n ends within 30 days</numerusform>
            <numerusform>%n end within 30 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) wait</source>
        <translation>
            <numerusform>%n request waits</numerusform>
            <numerusform>%n requests wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>News</name>
    <message numerus="yes">
        <source>%n request(s) wait(s) for your decision</source>
        <translation>
            <numerusform>%n request waits for your decision</numerusform>
            <numerusform>%n requests wait for your decision</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your requests wait(s) for an answer</source>
        <translation>
            <numerusform>%n of your requests waits for an answer</numerusform>
            <numerusform>%n of your requests wait for an answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your requests was/were decided</source>
        <translation>
            <numerusform>%n of your requests was decided</numerusform>
            <numerusform>%n of your requests were decided</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agreement(s) end(s) soon</source>
        <translation>
            <numerusform>%n agreement ends soon</numerusform>
            <numerusform>%n agreements end soon</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was not done, for certain, and is tried again by itself. Attempts so far: %n.</source>
        <translation>
            <numerusform>It was not done, for certain, and is tried again by itself. Attempts so far: %n.</numerusform>
            <numerusform>It was not done, for certain, and is tried again by itself. Attempts so far: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%n to decide</numerusform>
            <numerusform>%n to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quality</name>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n week(s)</source>
        <translation>
            <numerusform>in %n week</numerusform>
            <numerusform>in %n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of the last %2 slices were bad, in %n spell(s) of %3.</source>
        <translation>
            <numerusform>%1 of the last %2 slices were bad, in one spell of %3.</numerusform>
            <numerusform>%1 of the last %2 slices were bad, in %n spells of %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) depend on it.</source>
        <translation>
            <numerusform>%n thing depends on it.</numerusform>
            <numerusform>%n things depend on it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 fails since %3 and puts %n thing(s) at risk.</source>
        <translation>
            <numerusform>%1 of %2 fails since %3 and puts %n thing at risk.</numerusform>
            <numerusform>%1 of %2 fails since %3 and puts %n things at risk.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quarter(s)</source>
        <translation>
            <numerusform>%n quarter</numerusform>
            <numerusform>%n quarters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SloCharts</name>
    <message numerus="yes">
        <source>%n outage(s), %1 in all</source>
        <translation>
            <numerusform>%n outage, %1 in all</numerusform>
            <numerusform>%n outages, %1 in all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::app::MeshFeed</name>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n account</numerusform>
            <numerusform>%n accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::items::AccessCaseModel</name>
    <message numerus="yes">
        <source>%n port(s)</source>
        <translation>
            <numerusform>%n port</numerusform>
            <numerusform>%n ports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::items::AccountModel</name>
    <message numerus="yes">
        <source>Synced, %n problem(s)</source>
        <translation>
            <numerusform>Synced, %n problem</numerusform>
            <numerusform>Synced, %n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::items::CoverageModel</name>
    <message numerus="yes">
        <source>%n without</source>
        <translation>
            <numerusform>%n without</numerusform>
            <numerusform>%n without</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s)</source>
        <translation>
            <numerusform>%n check</numerusform>
            <numerusform>%n checks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::items::FacetModel</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::items::FieldChoiceModel</name>
    <message numerus="yes">
        <source>%1 of %n field(s)</source>
        <translation>
            <numerusform>%1 of %n field</numerusform>
            <numerusform>%1 of %n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 of %n field(s)</source>
        <translation>
            <numerusform>%1, %2 of %n field</numerusform>
            <numerusform>%1, %2 of %n fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::items::IncidentHitModel</name>
    <message numerus="yes">
        <source>%n more below</source>
        <translation>
            <numerusform>%n more below</numerusform>
            <numerusform>%n more below</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::items::IncidentModel</name>
    <message numerus="yes">
        <source>%n incident(s)</source>
        <translation>
            <numerusform>%n incident</numerusform>
            <numerusform>%n incidents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n incident(s)</source>
        <translation>
            <numerusform>%1, %n incident</numerusform>
            <numerusform>%1, %n incidents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::items::LineageImpactModel</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::items::OutboxModel</name>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%n to decide</numerusform>
            <numerusform>%n to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n waiting behind</source>
        <translation>
            <numerusform>%1, %n waiting behind</numerusform>
            <numerusform>%1, %n waiting behind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting, in the order of sending</source>
        <translation>
            <numerusform>%n waiting, in the order of sending</numerusform>
            <numerusform>%n waiting, in the order of sending</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Drafts: %n</source>
        <translation>
            <numerusform>Drafts: %n</numerusform>
            <numerusform>Drafts: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sent today</source>
        <translation>
            <numerusform>%n sent today</numerusform>
            <numerusform>%n sent today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::items::PaletteModel</name>
    <message numerus="yes">
        <source>%n thing(s)</source>
        <translation>
            <numerusform>%n thing</numerusform>
            <numerusform>%n things</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::items::PlatformHitModel</name>
    <message numerus="yes">
        <source>%n found for “%1”</source>
        <translation>
            <numerusform>%n found for “%1”</numerusform>
            <numerusform>%n found for “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still asked</source>
        <translation>
            <numerusform>%n still asked</numerusform>
            <numerusform>%n still asked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n did not answer</source>
        <translation>
            <numerusform>%n did not answer</numerusform>
            <numerusform>%n did not answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n</source>
        <translation>
            <numerusform>The first %n</numerusform>
            <numerusform>The first %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::items::VersionModel</name>
    <message numerus="yes">
        <source>%n change(s), breaking</source>
        <translation>
            <numerusform>%n change, breaking</numerusform>
            <numerusform>%n changes, breaking</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::platforms::EntropyData</name>
    <message numerus="yes">
        <source>Entropy Data answers: more than %n data product(s).</source>
        <translation>
            <numerusform>Entropy Data answers: more than %n data product.</numerusform>
            <numerusform>Entropy Data answers: more than %n data products.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Entropy Data answers: %n data product(s).</source>
        <translation>
            <numerusform>Entropy Data answers: %n data product.</numerusform>
            <numerusform>Entropy Data answers: %n data products.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::platforms::FolderPlatform</name>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contract(s)</source>
        <translation>
            <numerusform>%n contract</numerusform>
            <numerusform>%n contracts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dbt manifest(s)</source>
        <translation>
            <numerusform>%n dbt manifest</numerusform>
            <numerusform>%n dbt manifests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dbt catalog(s)</source>
        <translation>
            <numerusform>%n dbt catalog</numerusform>
            <numerusform>%n dbt catalogs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of OpenLineage events</source>
        <translation>
            <numerusform>%n file of OpenLineage events</numerusform>
            <numerusform>%n files of OpenLineage events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of quality results</source>
        <translation>
            <numerusform>%n file of quality results</numerusform>
            <numerusform>%n files of quality results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n service level objective(s)</source>
        <translation>
            <numerusform>%n service level objective</numerusform>
            <numerusform>%n service level objectives</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::platforms::MarquezPlatform</name>
    <message numerus="yes">
        <source>Marquez with %n namespace(s)</source>
        <translation>
            <numerusform>Marquez with %n namespace</numerusform>
            <numerusform>Marquez with %n namespaces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::platforms::OpenMetadata</name>
    <message numerus="yes">
        <source>OpenMetadata %1, %n table(s), signed in as %2</source>
        <extracomment>%1 is a version, %3 a user; as in &quot;OpenMetadata 1.13.6, 1,200 tables, signed in as maya&quot;</extracomment>
        <translation>
            <numerusform>OpenMetadata %1, %n table, signed in as %2</numerusform>
            <numerusform>OpenMetadata %1, %n tables, signed in as %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::store::Likeness</name>
    <message numerus="yes">
        <source>Both are called “%1” and have the same %n field(s).</source>
        <translation>
            <numerusform>Both are called “%1” and have the same %n field.</numerusform>
            <numerusform>Both are called “%1” and have the same %n fields.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::store::Recovery</name>
    <message numerus="yes">
        <source>%1 was damaged (%2). It was kept as %3; all %n row(s) could be read and were taken over.</source>
        <translation>
            <numerusform>%1 was damaged (%2). It was kept as %3; its one row could be read and was taken over.</numerusform>
            <numerusform>%1 was damaged (%2). It was kept as %3; all %n rows could be read and were taken over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 was damaged (%2). It was kept as %3; %n row(s) could be read and were taken over, others could not.</source>
        <translation>
            <numerusform>%1 was damaged (%2). It was kept as %3; %n row could be read and was taken over, others could not.</numerusform>
            <numerusform>%1 was damaged (%2). It was kept as %3; %n rows could be read and were taken over, others could not.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::access::AccessActions</name>
    <message numerus="yes">
        <source>%n taken back; the others are on their way already, and stay</source>
        <translation>
            <numerusform>%n taken back; the others are on their way already, and stay</numerusform>
            <numerusform>%n taken back; the others are on their way already, and stay</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::access::AgreementsPage</name>
    <message numerus="yes">
        <source>%n end(s) soon</source>
        <translation>
            <numerusform>%n ends soon</numerusform>
            <numerusform>%n end soon</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agreement(s) are known, none of them has these words and is one of yours.</source>
        <translation>
            <numerusform>One agreement is known, and it does not have these words or is none of yours.</numerusform>
            <numerusform>%n agreements are known, none of them has these words and is one of yours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Asked to renew %n agreement(s)</source>
        <translation>
            <numerusform>Asked to renew %n agreement</numerusform>
            <numerusform>Asked to renew %n agreements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more need(s) the form: rules do not hold any more</source>
        <translation>
            <numerusform>%n more needs the form: rules do not hold any more</numerusform>
            <numerusform>%n more need the form: rules do not hold any more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen: %1</source>
        <translation>
            <numerusform>%n chosen: %1</numerusform>
            <numerusform>%n chosen: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Renew %n agreement(s)</source>
        <translation>
            <numerusform>Renew %n agreement</numerusform>
            <numerusform>Renew %n agreements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resumed %n agreement(s)</source>
        <translation>
            <numerusform>Resumed %n agreement</numerusform>
            <numerusform>Resumed %n agreements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Suspended %n agreement(s)</source>
        <translation>
            <numerusform>Suspended %n agreement</numerusform>
            <numerusform>Suspended %n agreements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Terminated %n agreement(s)</source>
        <translation>
            <numerusform>Terminated %n agreement</numerusform>
            <numerusform>Terminated %n agreements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::access::CaseDetail</name>
    <message numerus="yes">
        <source>%n port(s)</source>
        <translation>
            <numerusform>%n port</numerusform>
            <numerusform>%n ports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n</source>
        <translation>
            <numerusform>all %n</numerusform>
            <numerusform>all %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n asked</source>
        <translation>
            <numerusform>%n asked</numerusform>
            <numerusform>%n asked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agreement(s)</source>
        <translation>
            <numerusform>%n agreement</numerusform>
            <numerusform>%n agreements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more in lineage</source>
        <translation>
            <numerusform>%n more in lineage</numerusform>
            <numerusform>%n more in lineage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::access::CasesPage</name>
    <message numerus="yes">
        <source>%n request(s) are here, none of them has these words.</source>
        <translation>
            <numerusform>One request is here, and it does not have these words.</numerusform>
            <numerusform>%n requests are here, none of them has these words.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::access::ExpiryRadar</name>
    <message numerus="yes">
        <source>%n expired</source>
        <translation>
            <numerusform>%n expired</numerusform>
            <numerusform>%n expired</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n end(s) within %1 days: %2</source>
        <translation>
            <numerusform>%n ends within %1 days: %2</numerusform>
            <numerusform>%n end within %1 days: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n end(s) on %1</source>
        <translation>
            <numerusform>%n ends on %1</numerusform>
            <numerusform>%n end on %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n end(s) from %1 to %2</source>
        <translation>
            <numerusform>%n ends from %1 to %2</numerusform>
            <numerusform>%n end from %1 to %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::access::RequestForm</name>
    <message numerus="yes">
        <source>Renew access to %n port(s)</source>
        <translation>
            <numerusform>Renew access to %n port</numerusform>
            <numerusform>Renew access to %n ports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Request access to %n port(s)</source>
        <translation>
            <numerusform>Request access to %n port</numerusform>
            <numerusform>Request access to %n ports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only fields that are ticked are asked for. %n classified field(s) are left out.</source>
        <translation>
            <numerusform>Only fields that are ticked are asked for. %n classified field is left out.</numerusform>
            <numerusform>Only fields that are ticked are asked for. %n classified fields are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Goes out as %n request(s), one for each account, to %1</source>
        <translation>
            <numerusform>Goes out as %n request, one for each account, to %1</numerusform>
            <numerusform>Goes out as %n requests, one for each account, to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Asked for %n port(s)</source>
        <translation>
            <numerusform>Asked for %n port</numerusform>
            <numerusform>Asked for %n ports</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::access::ReviewPage</name>
    <message numerus="yes">
        <source>Approved %n port(s) for %1</source>
        <translation>
            <numerusform>Approved %n port for %1</numerusform>
            <numerusform>Approved %n ports for %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Approved %n request(s)</source>
        <translation>
            <numerusform>Approved %n request</numerusform>
            <numerusform>Approved %n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rejected %n port(s) for %1</source>
        <translation>
            <numerusform>Rejected %n port for %1</numerusform>
            <numerusform>Rejected %n ports for %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rejected %n request(s)</source>
        <translation>
            <numerusform>Rejected %n request</numerusform>
            <numerusform>Rejected %n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Asked about %n request(s)</source>
        <translation>
            <numerusform>Asked about %n request</numerusform>
            <numerusform>Asked about %n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Approve %n request(s)</source>
        <translation>
            <numerusform>Approve %n request</numerusform>
            <numerusform>Approve %n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Approve %n port(s)</source>
        <translation>
            <numerusform>Approve %n port</numerusform>
            <numerusform>Approve %n ports</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::access::VerdictRows</name>
    <message numerus="yes">
        <source>Show what holds (%n)</source>
        <translation>
            <numerusform>Show what holds (%n)</numerusform>
            <numerusform>Show what holds (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::accounts::AccountDetail</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::accounts::AccountsPane</name>
    <message numerus="yes">
        <source>%n thing(s) in the outbox are not done yet. They are given up with the account, and never sent.</source>
        <translation>
            <numerusform>%n thing in the outbox is not done yet. It is given up with the account, and never sent.</numerusform>
            <numerusform>%n things in the outbox are not done yet. They are given up with the account, and never sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::accounts::LeftSecrets</name>
    <message numerus="yes">
        <source>The keyring was locked when %n account(s) were removed, and still has what was secret of them. Open the keyring: it goes from there at the next start of Portolan, or now.</source>
        <translation>
            <numerusform>The keyring was locked when an account was removed, and still has what was secret of it. Open the keyring: it goes from there at the next start of Portolan, or now.</numerusform>
            <numerusform>The keyring was locked when %n accounts were removed, and still has what was secret of them. Open the keyring: it goes from there at the next start of Portolan, or now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::joins::NamesPart</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::lineage::Bar</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::lineage::Canvas</name>
    <message numerus="yes">
        <source>%Ln thing(s), folded</source>
        <translation>
            <numerusform>%Ln thing, folded</numerusform>
            <numerusform>%Ln things, folded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::lineage::FilterRow</name>
    <message numerus="yes">
        <source>%1 of %Ln thing(s)</source>
        <translation>
            <numerusform>%1 of %Ln thing</numerusform>
            <numerusform>%1 of %Ln things</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::lineage::ImpactView</name>
    <message numerus="yes">
        <source>%Ln thing(s)</source>
        <translation>
            <numerusform>%Ln thing</numerusform>
            <numerusform>%Ln things</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln thing(s)</source>
        <translation>
            <numerusform>%1 of %Ln thing</numerusform>
            <numerusform>%1 of %Ln things</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::lineage::Inspector</name>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n domain(s)</source>
        <translation>
            <numerusform>%n domain</numerusform>
            <numerusform>%n domains</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n downstream</source>
        <comment>owners</comment>
        <translation>
            <numerusform>%n downstream</numerusform>
            <numerusform>%n downstream</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) read it</source>
        <translation>
            <numerusform>%n column reads it</numerusform>
            <numerusform>%n columns read it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) say so</source>
        <translation>
            <numerusform>%n statement says so</numerusform>
            <numerusform>%n statements say so</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s), dash-dotted</source>
        <translation>
            <numerusform>%n line, dash-dotted</numerusform>
            <numerusform>%n lines, dash-dotted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and from %n more</source>
        <translation>
            <numerusform>and from %n more</numerusform>
            <numerusform>and from %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s), dotted</source>
        <translation>
            <numerusform>%n line, dotted</numerusform>
            <numerusform>%n lines, dotted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s), folded</source>
        <translation>
            <numerusform>%Ln thing, folded</numerusform>
            <numerusform>%Ln things, folded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s)</source>
        <translation>
            <numerusform>%Ln thing</numerusform>
            <numerusform>%Ln things</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::lineage::LineagePane</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A tidier layout with %n crossing(s) fewer is ready</source>
        <translation>
            <numerusform>A tidier layout with %n crossing fewer is ready</numerusform>
            <numerusform>A tidier layout with %n crossings fewer is ready</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) not shown</source>
        <translation>
            <numerusform>%n column not shown</numerusform>
            <numerusform>%n columns not shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reach of all %n part(s) of the product</source>
        <translation>
            <numerusform>reach of the one part of the product</numerusform>
            <numerusform>reach of all %n parts of the product</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of the %n thing(s) of this lineage is what it asks for.</source>
        <translation>
            <numerusform>The one thing of this lineage is not what it asks for.</numerusform>
            <numerusform>None of the %n things of this lineage is what it asks for.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::outbox::OutboxActions</name>
    <message numerus="yes">
        <source>%n of them went on meanwhile</source>
        <translation>
            <numerusform>%n of them went on meanwhile</numerusform>
            <numerusform>%n of them went on meanwhile</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::outbox::OutboxPane</name>
    <message numerus="yes">
        <source>Send %n</source>
        <translation>
            <numerusform>Send %n</numerusform>
            <numerusform>Send %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try %n again</source>
        <translation>
            <numerusform>Try %n again</numerusform>
            <numerusform>Try %n again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Look for %n again</source>
        <translation>
            <numerusform>Look for %n again</numerusform>
            <numerusform>Look for %n again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep mine in %n</source>
        <translation>
            <numerusform>Keep mine in %n</numerusform>
            <numerusform>Keep mine in %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take theirs in %n</source>
        <translation>
            <numerusform>Take theirs in %n</numerusform>
            <numerusform>Take theirs in %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take back %n</source>
        <translation>
            <numerusform>Take back %n</numerusform>
            <numerusform>Take back %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give up %n</source>
        <translation>
            <numerusform>Give up %n</numerusform>
            <numerusform>Give up %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken back</source>
        <translation>
            <numerusform>%n taken back</numerusform>
            <numerusform>%n taken back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n given up</source>
        <translation>
            <numerusform>%n given up</numerusform>
            <numerusform>%n given up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Theirs holds in %n</source>
        <translation>
            <numerusform>Theirs holds in %n</numerusform>
            <numerusform>Theirs holds in %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mine is sent over theirs in %n</source>
        <translation>
            <numerusform>Mine is sent over theirs in %n</numerusform>
            <numerusform>Mine is sent over theirs in %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are looked for</source>
        <translation>
            <numerusform>%n is looked for</numerusform>
            <numerusform>%n are looked for</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait to be sent</source>
        <translation>
            <numerusform>%n waits to be sent</numerusform>
            <numerusform>%n wait to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n in the outbox, none has these words.</source>
        <translation>
            <numerusform>%n is in the outbox, and it does not have these words.</numerusform>
            <numerusform>Of %n in the outbox, none has these words.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::problems::ProblemsPane</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n problem(s)</source>
        <translation>
            <numerusform>%1 of %n problem</numerusform>
            <numerusform>%1 of %n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) are known, none of them is of this kind.</source>
        <translation>
            <numerusform>%n problem is known, it is not of this kind.</numerusform>
            <numerusform>%n problems are known, none of them is of this kind.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::product::AccessTab</name>
    <message numerus="yes">
        <source>%n consumer(s) are known, none of them is of this kind and has these words.</source>
        <translation>
            <numerusform>%n consumer is known, but not of this kind and with these words.</numerusform>
            <numerusform>%n consumers are known, none of them is of this kind and has these words.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::product::ContractTab</name>
    <message numerus="yes">
        <source>%n clause(s)</source>
        <translation>
            <numerusform>%n clause</numerusform>
            <numerusform>%n clauses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n clause(s)</source>
        <translation>
            <numerusform>%1 of %n clause</numerusform>
            <numerusform>%1 of %n clauses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::product::PageHeader</name>
    <message numerus="yes">
        <source>known to %n account(s)</source>
        <translation>
            <numerusform>known to %n account</numerusform>
            <numerusform>known to %n accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::product::QualityTab</name>
    <message numerus="yes">
        <source>%n open incident(s)</source>
        <translation>
            <numerusform>%n open incident</numerusform>
            <numerusform>%n open incidents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n check(s) pass</source>
        <translation>
            <numerusform>%1 of %n check passes</numerusform>
            <numerusform>%1 of %n checks pass</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::product::SchemaBar</name>
    <message numerus="yes">
        <source>Filter %n field(s)</source>
        <translation>
            <numerusform>Filter %n field</numerusform>
            <numerusform>Filter %n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n field(s)</source>
        <translation>
            <numerusform>%1 of %n field</numerusform>
            <numerusform>%1 of %n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Request access to %n field(s)</source>
        <translation>
            <numerusform>Request access to %n field</numerusform>
            <numerusform>Request access to %n fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::product::SchemaTab</name>
    <message numerus="yes">
        <source>%n field(s) are in this object, none of them holds these words.</source>
        <translation>
            <numerusform>%n field is in this object, it does not hold these words.</numerusform>
            <numerusform>%n fields are in this object, none of them holds these words.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Request access to %n field(s)</source>
        <translation>
            <numerusform>Request access to %n field</numerusform>
            <numerusform>Request access to %n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n field(s) to request</source>
        <translation>
            <numerusform>Add %n field to request</numerusform>
            <numerusform>Add %n fields to request</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::product::SideColumn</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::quality::CheckPage</name>
    <message numerus="yes">
        <source>Of the newest %n run(s); the period has more.</source>
        <translation>
            <numerusform>Of the newest %n run; the period has more.</numerusform>
            <numerusform>Of the newest %n runs; the period has more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::quality::CoverageBars</name>
    <message numerus="yes">
        <source>%n with checks that never ran</source>
        <translation>
            <numerusform>%n with checks that never ran</numerusform>
            <numerusform>%n with checks that never ran</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::quality::CoveragePage</name>
    <message numerus="yes">
        <source>%1 of %n critical field(s) are checked</source>
        <translation>
            <numerusform>%1 of %n critical field is checked</numerusform>
            <numerusform>%1 of %n critical fields are checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a check</source>
        <translation>
            <numerusform>%n without a check</numerusform>
            <numerusform>%n without a check</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with checks that never ran</source>
        <translation>
            <numerusform>%n with checks that never ran</numerusform>
            <numerusform>%n with checks that never ran</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::quality::IncidentChart</name>
    <message numerus="yes">
        <source>Observed in the last %n run(s)</source>
        <translation>
            <numerusform>Observed in the last %n run</numerusform>
            <numerusform>Observed in the last %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Verdicts of the last %n run(s)</source>
        <translation>
            <numerusform>Verdicts of the last %n run</numerusform>
            <numerusform>Verdicts of the last %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::quality::IncidentDetail</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::quality::IncidentsPage</name>
    <message numerus="yes">
        <source>%n incident(s) %1</source>
        <translation>
            <numerusform>%n incident %1</numerusform>
            <numerusform>%n incidents %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s) are known, none of them is what the filter asks for.</source>
        <translation>
            <numerusform>%n incident is known, it is not what the filter asks for.</numerusform>
            <numerusform>%n incidents are known, none of them is what the filter asks for.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::quality::ListPage</name>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>%n in all</numerusform>
            <numerusform>%n in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n</source>
        <translation>
            <numerusform>%1 of %n</numerusform>
            <numerusform>%1 of %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %n without it.</source>
        <translation>
            <numerusform>There is %n without it.</numerusform>
            <numerusform>There are %n without it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::quality::RootsTree</name>
    <message numerus="yes">
        <source>%1 with %n thing(s) below</source>
        <translation>
            <numerusform>%1 with %n thing below</numerusform>
            <numerusform>%1 with %n things below</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s)</source>
        <translation>
            <numerusform>%n thing</numerusform>
            <numerusform>%n things</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::quality::SloFigures</name>
    <message numerus="yes">
        <source>all of %n check(s) pass</source>
        <translation>
            <numerusform>its check passes</numerusform>
            <numerusform>all of %n checks pass</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::quality::SloPage</name>
    <message numerus="yes">
        <source>%n measurement(s), bad ones crossed</source>
        <translation>
            <numerusform>%n measurement, bad ones crossed</numerusform>
            <numerusform>%n measurements, bad ones crossed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::quality::WhatIfTable</name>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>Last %n day</numerusform>
            <numerusform>Last %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::shell::CommandPalette</name>
    <message numerus="yes">
        <source>%n in %1 ms</source>
        <translation>
            <numerusform>%n in %1 ms</numerusform>
            <numerusform>%n in %1 ms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::shell::RailButton</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::shell::StatusLine</name>
    <message numerus="yes">
        <source>%n sync(s) failed</source>
        <translation>
            <numerusform>%n sync failed</numerusform>
            <numerusform>%n syncs failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::shell::TopBar</name>
    <message numerus="yes">
        <source>%n collected for a request</source>
        <translation>
            <numerusform>%n collected for a request</numerusform>
            <numerusform>%n collected for a request</numerusform>
        </translation>
    </message>
</context>
</TS>
