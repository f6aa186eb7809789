<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
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
        <source>%n thing(s), folded</source>
        <translation>
            <numerusform>%n thing, folded</numerusform>
            <numerusform>%n things, folded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::lineage::ImpactView</name>
    <message numerus="yes">
        <source>%n thing(s)</source>
        <translation>
            <numerusform>%n thing</numerusform>
            <numerusform>%n things</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n thing(s)</source>
        <translation>
            <numerusform>%1 of %n thing</numerusform>
            <numerusform>%1 of %n things</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::lineage::Inspector</name>
    <message numerus="yes">
        <source>%n thing(s), folded</source>
        <translation>
            <numerusform>%n thing, folded</numerusform>
            <numerusform>%n things, folded</numerusform>
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
</TS>
