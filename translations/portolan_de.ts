<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Access</name>
    <message numerus="yes">
        <source>%1 and %n other(s)</source>
        <translation>
            <numerusform>%1 und %n weitere Person</numerusform>
            <numerusform>%1 und %n weitere Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>A draft on this machine: nobody else sees it before it is sent.</source>
        <translation>Ein Entwurf auf diesem Rechner: niemand sonst sieht ihn, bevor er gesendet wird.</translation>
    </message>
    <message>
        <source>Waits in the outbox, and is sent with the next sync.</source>
        <translation>Wartet im Postausgang und wird mit dem nächsten Abgleich gesendet.</translation>
    </message>
    <message>
        <source>Was sent, and no answer came: the next sync looks whether it arrived.</source>
        <translation>Wurde gesendet, und es kam keine Antwort: der nächste Abgleich sieht nach, ob es ankam.</translation>
    </message>
    <message>
        <source>Others changed it meanwhile: the outbox shows both, and asks which one holds.</source>
        <translation>Andere haben ihn inzwischen geändert: der Postausgang zeigt beides und fragt, was gilt.</translation>
    </message>
    <message>
        <source>Written to %1, not shared: others see it once it is committed and pushed.</source>
        <translation>In %1 geschrieben, nicht geteilt: andere sehen es, sobald es eingecheckt und hochgeladen ist.</translation>
    </message>
    <message>
        <source>Waits for your answer</source>
        <translation>Wartet auf Ihre Antwort</translation>
    </message>
    <message>
        <source>Waits for an answer of %1</source>
        <translation>Wartet auf Antwort von %1</translation>
    </message>
    <message>
        <source>Waits for those who contradict each other: nothing is granted</source>
        <translation>Wartet auf die, die sich widersprechen: nichts ist gewährt</translation>
    </message>
    <message>
        <source>Waits for somebody to be named who decides</source>
        <translation>Wartet, bis jemand genannt ist, der entscheidet</translation>
    </message>
    <message>
        <source>you</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Waits for %1</source>
        <translation>Wartet auf %1</translation>
    </message>
    <message>
        <source>Waits for %1, step %2 of %3</source>
        <translation>Wartet auf %1, Schritt %2 von %3</translation>
    </message>
    <message>
        <source>Somebody answers for it</source>
        <translation>Jemand steht dafür ein</translation>
    </message>
    <message>
        <source>It is described</source>
        <translation>Es ist beschrieben</translation>
    </message>
    <message>
        <source>The product is in force</source>
        <translation>Das Produkt ist in Kraft</translation>
    </message>
    <message>
        <source>There is a contract</source>
        <translation>Es gibt einen Vertrag</translation>
    </message>
    <message>
        <source>Service levels are promised</source>
        <translation>Servicelevel sind zugesagt</translation>
    </message>
    <message>
        <source>Fields are described</source>
        <translation>Felder sind beschrieben</translation>
    </message>
    <message>
        <source>Names have their form</source>
        <translation>Namen haben ihre Form</translation>
    </message>
    <message>
        <source>Purpose is listed</source>
        <translation>Zweck steht in der Liste</translation>
    </message>
    <message>
        <source>Period within limits</source>
        <translation>Zeitraum in den Grenzen</translation>
    </message>
    <message>
        <source>Purpose allows the fields</source>
        <translation>Zweck erlaubt die Felder</translation>
    </message>
    <message>
        <source>Second approver</source>
        <translation>Zweite Genehmigung</translation>
    </message>
    <message>
        <source>Terms accepted</source>
        <translation>Bedingungen angenommen</translation>
    </message>
    <message>
        <source>A rule that cannot be read</source>
        <translation>Eine Regel, die nicht lesbar ist</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Eingereiht</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Eingereicht</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>In Prüfung</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Genehmigt</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Zurückgezogen</translation>
    </message>
    <message>
        <source>Asked elsewhere</source>
        <translation>Anderswo beantragt</translation>
    </message>
    <message>
        <source>Partly approved</source>
        <translation>Teils genehmigt</translation>
    </message>
    <message>
        <source>Contradicted</source>
        <translation>Widersprüchlich</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Beginnt noch</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Expiring</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Renewed</source>
        <translation>Verlängert</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Ausgesetzt</translation>
    </message>
    <message>
        <source>Terminated</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>eingehalten</translation>
    </message>
    <message>
        <source>warns</source>
        <translation>warnt</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>verletzt</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>nicht beurteilt</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) fail</source>
        <translation>
            <numerusform>%n Regel verletzt</numerusform>
            <numerusform>%n Regeln verletzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n unbekannt</numerusform>
            <numerusform>%n unbekannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) warn</source>
        <translation>
            <numerusform>%n Regel warnt</numerusform>
            <numerusform>%n Regeln warnen</numerusform>
        </translation>
    </message>
    <message>
        <source>all hold</source>
        <translation>alle eingehalten</translation>
    </message>
    <message>
        <source>%1 approved %2</source>
        <translation>%1 hat %2 genehmigt</translation>
    </message>
    <message>
        <source>%1 rejected %2</source>
        <translation>%1 hat %2 abgelehnt</translation>
    </message>
    <message>
        <source>%1 asked about %2</source>
        <translation>%1 hat zu %2 nachgefragt</translation>
    </message>
    <message>
        <source>%1 answered about %2</source>
        <translation>%1 hat zu %2 geantwortet</translation>
    </message>
    <message>
        <source>%1 withdrew the request for %2</source>
        <translation>%1 hat den Antrag auf %2 zurückgezogen</translation>
    </message>
    <message>
        <source>Does not count: nobody decides about their own request</source>
        <translation>Zählt nicht: niemand entscheidet über den eigenen Antrag</translation>
    </message>
    <message>
        <source>Does not count: no approver of this port</source>
        <translation>Zählt nicht: entscheidet nicht über diesen Port</translation>
    </message>
    <message>
        <source>Does not count: the request has been changed since</source>
        <translation>Zählt nicht: der Antrag wurde seitdem geändert</translation>
    </message>
    <message>
        <source>No longer counts: taken back by a later one</source>
        <translation>Zählt nicht mehr: durch eine spätere ersetzt</translation>
    </message>
    <message>
        <source>Does not count: it was decided before</source>
        <translation>Zählt nicht: es war schon entschieden</translation>
    </message>
    <message>
        <source>Does not count: about no port of this request</source>
        <translation>Zählt nicht: betrifft keinen Port dieses Antrags</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>no day</source>
        <translation>kein Tag</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n Monat</numerusform>
            <numerusform>%n Monate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n Woche</numerusform>
            <numerusform>%n Wochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>from %1, without an end</source>
        <translation>ab %1, ohne Ende</translation>
    </message>
    <message>
        <source>from the approval, without an end</source>
        <translation>ab der Genehmigung, ohne Ende</translation>
    </message>
    <message>
        <source>from the approval to %1</source>
        <translation>ab der Genehmigung bis %1</translation>
    </message>
    <message>
        <source>%1 to %2, %3</source>
        <translation>%1 bis %2, %3</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n Tag</numerusform>
            <numerusform>in %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) ago</source>
        <translation>
            <numerusform>vor %n Woche</numerusform>
            <numerusform>vor %n Wochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n week(s)</source>
        <translation>
            <numerusform>in %n Woche</numerusform>
            <numerusform>in %n Wochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <translation>
            <numerusform>vor %n Monat</numerusform>
            <numerusform>vor %n Monaten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n month(s)</source>
        <translation>
            <numerusform>in %n Monat</numerusform>
            <numerusform>in %n Monaten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n Feld</numerusform>
            <numerusform>%n Felder</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 ist %2</translation>
    </message>
    <message>
        <source>uncertain</source>
        <translation>ungewiss</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>Konflikt</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <source>not shared</source>
        <translation>nicht geteilt</translation>
    </message>
    <message>
        <source>Was not sent, and is a draft again: %1</source>
        <translation>Wurde nicht gesendet und ist wieder ein Entwurf: %1</translation>
    </message>
    <message>
        <source>Waits in the outbox, and is tried again by itself. Last time: %1</source>
        <translation>Wartet im Postausgang und wird von selbst erneut versucht. Beim letzten Mal: %1</translation>
    </message>
    <message>
        <source>Was refused, and no reason was given.</source>
        <translation>Wurde ohne Begründung abgewiesen.</translation>
    </message>
    <message>
        <source>Was refused: %1</source>
        <translation>Wurde abgewiesen: %1</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Konflikt</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Justification is given</source>
        <translation>Begründung ist angegeben</translation>
    </message>
    <message>
        <source>Needs info</source>
        <translation>Rückfrage offen</translation>
    </message>
    <message>
        <source>%1 suspended the agreement for %2</source>
        <translation>%1 hat die Vereinbarung zu %2 ausgesetzt</translation>
    </message>
    <message>
        <source>%1 resumed the agreement for %2</source>
        <translation>%1 hat die Vereinbarung zu %2 fortgesetzt</translation>
    </message>
    <message>
        <source>%1 terminated the agreement for %2</source>
        <translation>%1 hat die Vereinbarung zu %2 beendet</translation>
    </message>
    <message>
        <source>Access is being given</source>
        <translation>Der Zugang wird eingerichtet</translation>
    </message>
    <message>
        <source>Access given</source>
        <translation>Zugang eingerichtet</translation>
    </message>
    <message>
        <source>Access is being taken away</source>
        <translation>Der Zugang wird entzogen</translation>
    </message>
    <message>
        <source>Access taken away</source>
        <translation>Zugang entzogen</translation>
    </message>
    <message>
        <source>Access failed</source>
        <translation>Zugang fehlgeschlagen</translation>
    </message>
    <message>
        <source>No access yet</source>
        <translation>Noch kein Zugang</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>as %1</source>
        <translation>als %1</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>auf %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, access failed</source>
        <translation>%1, Zugang fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1, access left</source>
        <translation>%1, Zugang noch da</translation>
    </message>
</context>
<context>
    <name>Accounts</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Files, built in</source>
        <translation>Dateien, eingebaut</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Token needed</source>
        <translation>Token nötig</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>Keyring locked</source>
        <translation>Schlüsselbund gesperrt</translation>
    </message>
    <message>
        <source>people</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>teams</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>domains</source>
        <translation>Domänen</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>business terms</source>
        <translation>Fachbegriffe</translation>
    </message>
    <message>
        <source>data products</source>
        <translation>Datenprodukte</translation>
    </message>
    <message>
        <source>contracts</source>
        <translation>Verträge</translation>
    </message>
    <message>
        <source>tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>topics</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>dashboards</source>
        <translation>Dashboards</translation>
    </message>
    <message>
        <source>pipelines and jobs</source>
        <translation>Pipelines und Jobs</translation>
    </message>
    <message>
        <source>models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>incidents</source>
        <translation>Vorfälle</translation>
    </message>
    <message>
        <source>lineage</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>databases, schemas and buckets</source>
        <translation>Datenbanken, Schemas und Buckets</translation>
    </message>
    <message>
        <source>files and sheets</source>
        <translation>Dateien und Tabellenblätter</translation>
    </message>
    <message>
        <source>search indexes</source>
        <translation>Suchindizes</translation>
    </message>
    <message>
        <source>stored procedures</source>
        <translation>gespeicherte Prozeduren</translation>
    </message>
    <message>
        <source>interfaces</source>
        <translation>Schnittstellen</translation>
    </message>
    <message>
        <source>metrics</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>notebooks</source>
        <translation>Notebooks</translation>
    </message>
    <message>
        <source>source systems</source>
        <translation>Quellsysteme</translation>
    </message>
    <message>
        <source>links between things</source>
        <translation>Verbindungen zwischen Dingen</translation>
    </message>
    <message>
        <source>everything anew</source>
        <translation>alles von neuem</translation>
    </message>
    <message>
        <source>building the search index</source>
        <translation>baut den Suchindex auf</translation>
    </message>
</context>
<context>
    <name>Capabilities</name>
    <message>
        <source>Products, contracts, fields</source>
        <translation>Produkte, Verträge, Felder</translation>
    </message>
    <message>
        <source>read</source>
        <translation>lesen</translation>
    </message>
    <message>
        <source>Files of a folder</source>
        <translation>Dateien eines Ordners</translation>
    </message>
    <message>
        <source>read, watched</source>
        <translation>gelesen, überwacht</translation>
    </message>
    <message>
        <source>Change feed</source>
        <translation>Änderungsfeed</translation>
    </message>
    <message>
        <source>followed</source>
        <translation>gefolgt</translation>
    </message>
    <message>
        <source>a sync looks at everything</source>
        <translation>ein Abgleich sieht sich alles an</translation>
    </message>
    <message>
        <source>Search on the server</source>
        <translation>Auf dem Server suchen</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>verlangt</translation>
    </message>
    <message>
        <source>everything is searched on this machine</source>
        <translation>alles wird auf diesem Rechner durchsucht</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Checks and their history</source>
        <translation>Prüfungen und ihr Verlauf</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Vorfälle</translation>
    </message>
    <message>
        <source>Access requests</source>
        <translation>Zugriffsanfragen</translation>
    </message>
    <message>
        <source>read and write</source>
        <translation>lesen und schreiben</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Richtlinien</translation>
    </message>
    <message>
        <source>Descriptions, tags, owners</source>
        <translation>Beschreibungen, Schlagwörter, Verantwortliche</translation>
    </message>
    <message>
        <source>write</source>
        <translation>schreiben</translation>
    </message>
    <message>
        <source>read only: changes are made at the source</source>
        <translation>nur lesen: Änderungen erfolgen an der Quelle</translation>
    </message>
</context>
<context>
    <name>CatalogRow</name>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Also called</source>
        <translation>Auch genannt</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Klassifizierung</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Field of %1</source>
        <translation>Feld von %1</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>Clauses</name>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n Feld</numerusform>
            <numerusform>%n Felder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n required</source>
        <translation>
            <numerusform>%n erforderlich</numerusform>
            <numerusform>%n erforderlich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The contract lists %n field(s) of %1.</source>
        <translation>
            <numerusform>Der Vertrag führt %n Feld von %1 auf.</numerusform>
            <numerusform>Der Vertrag führt %n Felder von %1 auf.</numerusform>
        </translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Erforderlich</translation>
    </message>
    <message>
        <source>Unique</source>
        <translation>Eindeutig</translation>
    </message>
    <message>
        <source>Every value of %1 keeps to this.</source>
        <translation>Jeder Wert von %1 hält sich daran.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>Eigenschaft</translation>
    </message>
    <message>
        <source>Speaks of</source>
        <translation>Handelt von</translation>
    </message>
    <message>
        <source>Because of</source>
        <translation>Wegen</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation>Zeitplaner</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>A rule for the data as a whole.</source>
        <translation>Eine Regel für die Daten als Ganzes.</translation>
    </message>
    <message>
        <source>A rule for the data in %1.</source>
        <translation>Eine Regel für die Daten in %1.</translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation>Dimension</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>Kind of rule</source>
        <translation>Art der Regel</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messgröße</translation>
    </message>
    <message>
        <source>If broken</source>
        <translation>Bei Verstoß</translation>
    </message>
    <message>
        <source>approved by %1</source>
        <translation>genehmigt von %1</translation>
    </message>
    <message>
        <source>, then </source>
        <translation>, dann </translation>
    </message>
    <message>
        <source>A role that consumers can ask for.</source>
        <translation>Eine Rolle, die Konsumenten anfragen können.</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Genehmigt von</translation>
    </message>
    <message>
        <source>and then by</source>
        <translation>und dann nach</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Using it costs %1.</source>
        <translation>Die Nutzung kostet %1.</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>Limitations</source>
        <translation>Einschränkungen</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Nutzung</translation>
    </message>
    <message>
        <source>A place to ask for help.</source>
        <translation>Eine Anlaufstelle für Hilfe.</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Einladung</translation>
    </message>
    <message>
        <source>Where the data stands.</source>
        <translation>Wo die Daten stehen.</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Works on this product.</source>
        <translation>Arbeitet an diesem Produkt.</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Replaced by</source>
        <translation>Ersetzt durch</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Service levels</source>
        <translation>Service-Level</translation>
    </message>
    <message>
        <source>Quality rules</source>
        <translation>Qualitätsregeln</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Price and terms</source>
        <translation>Preis und Bedingungen</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Verweise</translation>
    </message>
    <message>
        <source>Questions it answers</source>
        <translation>Fragen, die es beantwortet</translation>
    </message>
    <message>
        <source>Other facts</source>
        <translation>Weitere Angaben</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>in words, for people to judge</source>
        <translation>in Worten, von Menschen zu beurteilen</translation>
    </message>
    <message>
        <source>no result</source>
        <translation>kein Ergebnis</translation>
    </message>
    <message>
        <source>never run</source>
        <translation>nie gelaufen</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Letzter Lauf</translation>
    </message>
    <message>
        <source>It says</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>%1 of the time</source>
        <comment>a service level</comment>
        <translation>%1 der Zeit</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Gebrochen</translation>
    </message>
    <message>
        <source>Kept, %1 of the budget left</source>
        <translation>Gehalten, %1 des Budgets übrig</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Gehalten</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>no check counts rows</source>
        <translation>keine Prüfung zählt Zeilen</translation>
    </message>
    <message>
        <source>%1 of rows</source>
        <comment>a share</comment>
        <translation>%1 der Zeilen</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>Gefunden von</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a time and the incident</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>At worst</source>
        <translation>Schlimmstenfalls</translation>
    </message>
    <message>
        <source>Value and unit of this term are not understood.</source>
        <translation>Wert und Einheit dieser Zusage sind nicht verständlich.</translation>
    </message>
    <message>
        <source>nothing tells the oldest row</source>
        <translation>nichts nennt die älteste Zeile</translation>
    </message>
    <message>
        <source>nothing tells when consumers knew</source>
        <translation>nichts sagt, wann Nutzer es erfuhren</translation>
    </message>
    <message>
        <source>the latency is measured instead</source>
        <translation>gemessen wird die Latenz</translation>
    </message>
    <message>
        <source>nothing measures it</source>
        <translation>nichts misst es</translation>
    </message>
    <message>
        <source>%1 of %2 rows, %3</source>
        <comment>bad ones of all</comment>
        <translation>%1 von %2 Zeilen, %3</translation>
    </message>
    <message>
        <source>Kept, within tolerance</source>
        <translation>Gehalten, im Rahmen der Toleranz</translation>
    </message>
    <message>
        <source>Broken since %1</source>
        <translation>Gebrochen seit %1</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>Gefährdet</translation>
    </message>
    <message>
        <source>not run since %1</source>
        <translation>nicht gelaufen seit %1</translation>
    </message>
    <message>
        <source>no incident that tells, in %1 days</source>
        <translation>kein Vorfall in %1 Tagen, der es zeigt</translation>
    </message>
    <message numerus="yes">
        <source>Broken %n time(s) in %1 days</source>
        <translation>
            <numerusform>In %1 Tagen %n-mal gebrochen</numerusform>
            <numerusform>In %1 Tagen %n-mal gebrochen</numerusform>
        </translation>
    </message>
    <message>
        <source>a stricter term is measured</source>
        <translation>eine strengere Zusage wird gemessen</translation>
    </message>
</context>
<context>
    <name>Consumers</name>
    <message numerus="yes">
        <source>%n agreement(s) in force</source>
        <translation>
            <numerusform>%n gültige Vereinbarung</numerusform>
            <numerusform>%n gültige Vereinbarungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n over</source>
        <translation>
            <numerusform>%n abgelaufen</numerusform>
            <numerusform>%n abgelaufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n terminated</source>
        <translation>
            <numerusform>%n beendet</numerusform>
            <numerusform>%n beendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rejected</source>
        <translation>
            <numerusform>%n abgelehnt</numerusform>
            <numerusform>%n abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>no agreement before</source>
        <translation>bisher keine Vereinbarung</translation>
    </message>
    <message>
        <source>Reads it</source>
        <translation>Liest es</translation>
    </message>
</context>
<context>
    <name>Dependants</name>
    <message>
        <source>nothing that is known</source>
        <translation>nichts Bekanntes</translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n Produkt</numerusform>
            <numerusform>%n Produkte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other thing(s)</source>
        <translation>
            <numerusform>%n weiteres Ding</numerusform>
            <numerusform>%n weitere Dinge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n owner(s)</source>
        <translation>
            <numerusform>%n Verantwortliche(r)</numerusform>
            <numerusform>%n Verantwortliche</numerusform>
        </translation>
    </message>
    <message>
        <source>reads it itself</source>
        <translation>liest es selbst</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) away</source>
        <translation>
            <numerusform>%n Schritt entfernt</numerusform>
            <numerusform>%n Schritte entfernt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>About Portolan</source>
        <translation>Über Portolan</translation>
    </message>
    <message>
        <source>Desktop portal to a data mesh.
Free software under the GNU General Public License, version 3 or later. It comes without any warranty.
Built with Qt %1.</source>
        <translation>Desktop-Portal zu einem Data Mesh.
Freie Software unter der GNU General Public License, Version 3 oder später. Sie wird ohne jede Gewährleistung bereitgestellt.
Erstellt mit Qt %1.</translation>
    </message>
</context>
<context>
    <name>EditWords</name>
    <message>
        <source>It goes to “%1”, and waits in the outbox until it is there.</source>
        <translation>Es geht an „%1“ und wartet im Postausgang, bis es dort ist.</translation>
    </message>
    <message>
        <source>The files of “%1” say it: change %2 in an editor, and it shows here.</source>
        <translation>Das steht in den Dateien von „%1“: ändern Sie %2 in einem Editor, dann zeigt es sich hier.</translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message>
        <source>Description and tags are edited here, and wait to be sent.</source>
        <translation>Beschreibung und Schlagwörter sind hier bearbeitet und warten auf das Senden.</translation>
    </message>
    <message>
        <source>The description is edited here, and waits to be sent.</source>
        <translation>Die Beschreibung ist hier bearbeitet und wartet auf das Senden.</translation>
    </message>
    <message>
        <source>Tags are edited here, and wait to be sent.</source>
        <translation>Schlagwörter sind hier bearbeitet und warten auf das Senden.</translation>
    </message>
    <message>
        <source>Description, tags and owners are edited here, and wait to be sent.</source>
        <translation>Beschreibung, Schlagwörter und Verantwortliche werden hier bearbeitet und warten auf das Senden.</translation>
    </message>
    <message>
        <source>Description and owners are edited here, and wait to be sent.</source>
        <translation>Beschreibung und Verantwortliche werden hier bearbeitet und warten auf das Senden.</translation>
    </message>
    <message>
        <source>Tags and owners are edited here, and wait to be sent.</source>
        <translation>Schlagwörter und Verantwortliche werden hier bearbeitet und warten auf das Senden.</translation>
    </message>
    <message>
        <source>The owners are edited here, and wait to be sent.</source>
        <translation>Die Verantwortlichen werden hier bearbeitet und warten auf das Senden.</translation>
    </message>
    <message numerus="yes">
        <source>Descriptions of %n field(s) are edited here, and wait to be sent.</source>
        <translation>
            <numerusform>Die Beschreibung von %n Feld ist hier bearbeitet und wartet auf das Senden.</numerusform>
            <numerusform>Die Beschreibungen von %n Feldern sind hier bearbeitet und warten auf das Senden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FailedStart</name>
    <message>
        <source>Starting Portolan</source>
        <translation>Starten von Portolan</translation>
    </message>
</context>
<context>
    <name>FieldFlows</name>
    <message>
        <source>not told by field</source>
        <translation>nicht je Feld bekannt</translation>
    </message>
    <message>
        <source>none that is known</source>
        <translation>nichts Bekanntes</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n Feld</numerusform>
            <numerusform>%n Felder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n Produkt</numerusform>
            <numerusform>%n Produkte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s)</source>
        <translation>
            <numerusform>%n Ding</numerusform>
            <numerusform>%n Dinge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>`%1` is missing; %2 takes a property without it for a map, and this one has no map</source>
        <translation>`%1` fehlt; %2 nimmt eine Eigenschaft ohne dieses Feld für eine Map, und diese hier hat keine</translation>
    </message>
    <message>
        <source>`%1` is missing; %2 requires it in %3</source>
        <translation>`%1` fehlt; %2 verlangt es in %3</translation>
    </message>
    <message>
        <source>`%1` is %2; %3 wants %4</source>
        <translation>`%1` ist %2; %3 will %4</translation>
    </message>
    <message>
        <source>`%1` is %2; %3 knows %4</source>
        <translation>`%1` ist %2; %3 kennt %4</translation>
    </message>
    <message>
        <source>`%1`: %2 has no such field in %3</source>
        <translation>`%1`: %2 hat kein solches Feld in %3</translation>
    </message>
    <message>
        <source>`%1` compares with nothing; %2 wants one operator</source>
        <translation>`%1` vergleicht mit nichts; %2 will einen Operator</translation>
    </message>
    <message>
        <source>`%1` has %2; %3 allows one operator in a rule</source>
        <translation>`%1` hat %2; %3 erlaubt in einer Regel einen Operator</translation>
    </message>
    <message>
        <source>`%1` goes from a list to a single column or the other way round</source>
        <translation>`%1` führt von einer Liste zu einer einzelnen Spalte oder umgekehrt</translation>
    </message>
    <message>
        <source>`%1` belongs to no logical type</source>
        <translation>`%1` gehört zu keinem logischen Typ</translation>
    </message>
    <message>
        <source>`apiVersion` is &quot;%1&quot;, which is no known version; the file is judged as %2</source>
        <translation>`apiVersion` ist &quot;%1&quot;, eine unbekannte Version; die Datei wird als %2 beurteilt</translation>
    </message>
    <message>
        <source>ODPS v1.1 has no official schema yet; the file is judged by the text of the standard</source>
        <translation>ODPS v1.1 hat noch kein offizielles Schema; die Datei wird nach dem Text des Standards beurteilt</translation>
    </message>
    <message>
        <source>This is neither a contract (ODCS) nor a data product (ODPS)</source>
        <translation>Das ist weder ein Vertrag (ODCS) noch ein Datenprodukt (ODPS)</translation>
    </message>
    <message>
        <source>A second %1 is called &quot;%2&quot; here; the first one stands in line %3</source>
        <translation>Ein zweites Element (%1) heißt hier &quot;%2&quot;; das erste steht in Zeile %3</translation>
    </message>
    <message>
        <source>Add `%1`</source>
        <translation>`%1` ergänzen</translation>
    </message>
    <message>
        <source>Put it in quotes</source>
        <translation>In Anführungszeichen setzen</translation>
    </message>
    <message>
        <source>Give it a value, or remove it</source>
        <translation>Einen Wert angeben oder entfernen</translation>
    </message>
    <message>
        <source>Make it %1</source>
        <translation>Ändern in: %1</translation>
    </message>
    <message>
        <source>Use one of these words</source>
        <translation>Eines dieser Wörter verwenden</translation>
    </message>
    <message>
        <source>Did you mean &quot;%1&quot;?</source>
        <translation>War &quot;%1&quot; gemeint?</translation>
    </message>
    <message>
        <source>Did you mean `%1`?</source>
        <translation>War `%1` gemeint?</translation>
    </message>
    <message>
        <source>Correct the value</source>
        <translation>Den Wert berichtigen</translation>
    </message>
    <message>
        <source>Remove it, or move it to customProperties</source>
        <translation>Entfernen oder nach customProperties verschieben</translation>
    </message>
    <message>
        <source>Another version of the standard has it: check apiVersion</source>
        <translation>Eine andere Version des Standards kennt es: apiVersion prüfen</translation>
    </message>
    <message>
        <source>Add one, for example `%1`</source>
        <translation>Einen ergänzen, zum Beispiel `%1`</translation>
    </message>
    <message>
        <source>Make two rules of it</source>
        <translation>Zwei Regeln daraus machen</translation>
    </message>
    <message>
        <source>Give both ends one column, or both a list</source>
        <translation>Beiden Enden eine Spalte geben oder beiden eine Liste</translation>
    </message>
    <message>
        <source>Write the version of the standard that the file follows, for example %1</source>
        <translation>Die Version des Standards angeben, dem die Datei folgt, zum Beispiel %1</translation>
    </message>
    <message>
        <source>Write kind and apiVersion if it is meant to be one</source>
        <translation>kind und apiVersion angeben, wenn es eines sein soll</translation>
    </message>
    <message>
        <source>Give each a name of its own</source>
        <translation>Jedem einen eigenen Namen geben</translation>
    </message>
    <message>
        <source>The events cannot be read to their end: %1.</source>
        <translation>Die Ereignisse lassen sich nicht bis zum Ende lesen: %1.</translation>
    </message>
    <message>
        <source>Write the file again, and copy it whole.</source>
        <translation>Die Datei neu schreiben und ganz kopieren.</translation>
    </message>
    <message>
        <source>it has more than %1 MB</source>
        <translation>sie hat mehr als %1 MB</translation>
    </message>
    <message>
        <source>it is not a regular file</source>
        <translation>sie ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>it leads out of the folder</source>
        <translation>sie führt aus dem Ordner hinaus</translation>
    </message>
    <message>
        <source>there is not enough memory to unpack it</source>
        <translation>der Speicher reicht nicht, sie zu entpacken</translation>
    </message>
    <message>
        <source>it is no valid gzip file</source>
        <translation>sie ist keine gültige gzip-Datei</translation>
    </message>
    <message>
        <source>the gzip file is cut off</source>
        <translation>die gzip-Datei ist abgeschnitten</translation>
    </message>
    <message>
        <source>This manifest was not imported: %1 is a newer one of the same project.</source>
        <translation>Dieses Manifest wurde nicht eingelesen: %1 ist ein neueres desselben Projekts.</translation>
    </message>
    <message>
        <source>Remove it, or keep it outside of the folder.</source>
        <translation>Entfernen oder außerhalb des Ordners aufbewahren.</translation>
    </message>
    <message>
        <source>The dbt catalogs of the folder have more than %1 MB together; this one was not read.</source>
        <translation>Die dbt-Kataloge des Ordners haben zusammen mehr als %1 MB; dieser wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>The dbt artifact cannot be read: %1.</source>
        <translation>Das dbt-Artefakt lässt sich nicht lesen: %1.</translation>
    </message>
    <message>
        <source>Leave out what describes no data, or give it a folder of its own.</source>
        <translation>Weglassen, was keine Daten beschreibt, oder einen eigenen Ordner dafür anlegen.</translation>
    </message>
    <message>
        <source>Let dbt write it again, and copy it whole.</source>
        <translation>Von dbt neu schreiben lassen und ganz kopieren.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>The file is not valid UTF-8.</source>
        <translation>Die Datei ist kein gültiges UTF-8.</translation>
    </message>
    <message>
        <source>The JSON of the file is nested too deeply.</source>
        <translation>Das JSON der Datei ist zu tief geschachtelt.</translation>
    </message>
    <message>
        <source>The file ends in the middle of its JSON.</source>
        <translation>Die Datei endet mitten in ihrem JSON.</translation>
    </message>
    <message>
        <source>The file is no valid JSON.</source>
        <translation>Die Datei ist kein gültiges JSON.</translation>
    </message>
    <message>
        <source>The file is UTF-16 text, and JSON has to be UTF-8.</source>
        <translation>Die Datei ist UTF-16-Text, JSON muss aber UTF-8 sein.</translation>
    </message>
    <message>
        <source>Run the tool again and copy the file whole, or remove it.</source>
        <translation>Das Werkzeug neu laufen lassen und die Datei ganz kopieren, oder sie entfernen.</translation>
    </message>
    <message>
        <source>The results cannot be read: %1.</source>
        <translation>Die Ergebnisse lassen sich nicht lesen: %1.</translation>
    </message>
    <message>
        <source>%1 entries cannot be read and were left out; the first of them is %2.</source>
        <translation>%1 Einträge lassen sich nicht lesen und wurden ausgelassen; der erste davon ist %2.</translation>
    </message>
    <message>
        <source>The result file is larger than %1 MiB and was not read.</source>
        <translation>Die Ergebnisdatei ist größer als %1 MiB und wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>Let the tool write its results without the rows that failed.</source>
        <translation>Das Werkzeug seine Ergebnisse ohne die fehlerhaften Zeilen schreiben lassen.</translation>
    </message>
    <message>
        <source>%1 values are NaN or Infinity, which JSON does not know: they count as not told.</source>
        <translation>%1 Werte sind NaN oder Infinity, was JSON nicht kennt: Sie gelten als nicht angegeben.</translation>
    </message>
    <message>
        <source>Nothing has to be done; Python&apos;s JSON writer makes them.</source>
        <translation>Es ist nichts zu tun; sie entstehen beim Schreiben von JSON mit Python.</translation>
    </message>
    <message>
        <source>%1 results of the suite &quot;%2&quot; name no expectation and were left out.</source>
        <translation>%1 Ergebnisse der Suite „%2“ nennen keine Erwartung und wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Validate again with a current version of Great Expectations.</source>
        <translation>Mit einer aktuellen Version von Great Expectations erneut prüfen.</translation>
    </message>
    <message>
        <source>The result of the suite &quot;%1&quot; does not say when it was made, so it is no evidence.</source>
        <translation>Das Ergebnis der Suite „%1“ sagt nicht, wann es entstand, und ist daher kein Beleg.</translation>
    </message>
    <message>
        <source>Run the suite by a checkpoint, which writes its time into the result.</source>
        <translation>Die Suite durch einen Checkpoint ausführen, der die Zeit in das Ergebnis schreibt.</translation>
    </message>
    <message>
        <source>%1 entries of the checkpoint&apos;s result hold no validation result.</source>
        <translation>%1 Einträge im Ergebnis des Checkpoints enthalten kein Prüfergebnis.</translation>
    </message>
    <message>
        <source>Let the checkpoint write complete results, or add its validation store.</source>
        <translation>Den Checkpoint vollständige Ergebnisse schreiben lassen oder seine Ablage der Prüfergebnisse hinzufügen.</translation>
    </message>
    <message>
        <source>The description of a checkpoint&apos;s result names neither suites nor times, so it is no evidence.</source>
        <translation>Die Beschreibung eines Checkpoint-Ergebnisses nennt weder Suiten noch Zeiten und ist daher kein Beleg.</translation>
    </message>
    <message>
        <source>The file is no result of Great Expectations.</source>
        <translation>Die Datei ist kein Ergebnis von Great Expectations.</translation>
    </message>
    <message>
        <source>Add the folder of the validation store (uncommitted/validations).</source>
        <translation>Den Ordner der Prüfergebnisse hinzufügen (uncommitted/validations).</translation>
    </message>
    <message>
        <source>The file is no result of a Soda scan.</source>
        <translation>Die Datei ist kein Ergebnis eines Soda-Scans.</translation>
    </message>
    <message>
        <source>Let soda scan write it with the option -srf.</source>
        <translation>Von soda scan mit der Option -srf schreiben lassen.</translation>
    </message>
    <message>
        <source>The scan does not say when it ran, so it is no evidence.</source>
        <translation>Der Scan sagt nicht, wann er lief, und ist daher kein Beleg.</translation>
    </message>
    <message>
        <source>Copy the file as Soda wrote it.</source>
        <translation>Die Datei so kopieren, wie Soda sie geschrieben hat.</translation>
    </message>
    <message>
        <source>The result of the Soda scan holds no list of checks.</source>
        <translation>Das Ergebnis des Soda-Scans enthält keine Liste von Prüfungen.</translation>
    </message>
    <message>
        <source>Scan again, and copy the file as Soda wrote it.</source>
        <translation>Den Scan wiederholen und die Datei so kopieren, wie Soda sie geschrieben hat.</translation>
    </message>
    <message>
        <source>The result of datacontract test holds no list of checks.</source>
        <translation>Das Ergebnis von datacontract test enthält keine Liste von Prüfungen.</translation>
    </message>
    <message>
        <source>Test the contract again, and copy the file as datacontract test wrote it.</source>
        <translation>Den Vertrag erneut testen und die Datei so kopieren, wie datacontract test sie geschrieben hat.</translation>
    </message>
    <message>
        <source>The scan &quot;%1&quot; had errors, so it did not evaluate all of its checks.</source>
        <translation>Der Scan „%1“ hatte Fehler und hat daher nicht alle seine Prüfungen ausgewertet.</translation>
    </message>
    <message>
        <source>The scan &quot;%1&quot; had errors, so it did not evaluate all of its checks: %2</source>
        <translation>Der Scan „%1“ hatte Fehler und hat daher nicht alle seine Prüfungen ausgewertet: %2</translation>
    </message>
    <message>
        <source>Correct the check or the data source, and scan again.</source>
        <translation>Die Prüfung oder die Datenquelle berichtigen und erneut scannen.</translation>
    </message>
    <message>
        <source>%1 tests have a status that no test ends with, so they are no evidence.</source>
        <translation>%1 Tests haben einen Status, mit dem kein Test endet, und sind daher kein Beleg.</translation>
    </message>
    <message>
        <source>Let dbt test write the file.</source>
        <translation>Die Datei von dbt test schreiben lassen.</translation>
    </message>
    <message>
        <source>%1 tests do not say when they ran, so they are no evidence.</source>
        <translation>%1 Tests sagen nicht, wann sie liefen, und sind daher kein Beleg.</translation>
    </message>
    <message>
        <source>Copy the file as dbt wrote it.</source>
        <translation>Die Datei so kopieren, wie dbt sie geschrieben hat.</translation>
    </message>
    <message>
        <source>The run results hold no list of results.</source>
        <translation>Die Laufergebnisse enthalten keine Liste von Ergebnissen.</translation>
    </message>
    <message>
        <source>Let dbt write the file again (dbt build, dbt test), and copy it whole.</source>
        <translation>Die Datei von dbt neu schreiben lassen (dbt build, dbt test) und ganz kopieren.</translation>
    </message>
    <message>
        <source>The run results do not say which command wrote them, so they are no evidence of any test.</source>
        <translation>Die Laufergebnisse sagen nicht, welcher Befehl sie schrieb, und sind daher für keinen Test ein Beleg.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; wrote the run results and ran no test, so they are no evidence.</source>
        <translation>„%1“ hat die Laufergebnisse geschrieben und keinen Test ausgeführt; sie sind daher kein Beleg.</translation>
    </message>
    <message>
        <source>Copy run_results.json right after dbt build or dbt test.</source>
        <translation>run_results.json gleich nach dbt build oder dbt test kopieren.</translation>
    </message>
    <message>
        <source>%1 entries name no source or no time and were left out.</source>
        <translation>%1 Einträge nennen keine Quelle oder keine Zeit und wurden ausgelassen.</translation>
    </message>
    <message>
        <source>The file holds no list of results.</source>
        <translation>Die Datei enthält keine Liste von Ergebnissen.</translation>
    </message>
    <message>
        <source>Let dbt source freshness write it again, and copy it whole.</source>
        <translation>Von dbt source freshness neu schreiben lassen und ganz kopieren.</translation>
    </message>
    <message>
        <source>The result of a lint says nothing about data, so it is no evidence.</source>
        <translation>Das Ergebnis einer Formprüfung sagt nichts über Daten und ist daher kein Beleg.</translation>
    </message>
    <message>
        <source>The result holds no checks, so it is no evidence.</source>
        <translation>Das Ergebnis enthält keine Prüfungen und ist daher kein Beleg.</translation>
    </message>
    <message>
        <source>Let datacontract test write results.</source>
        <translation>Ergebnisse von datacontract test schreiben lassen.</translation>
    </message>
    <message>
        <source>The test was a dry run, so it is no evidence.</source>
        <translation>Der Test war ein Probelauf und ist daher kein Beleg.</translation>
    </message>
    <message>
        <source>Let datacontract test run without --dry-run.</source>
        <translation>datacontract test ohne --dry-run ausführen.</translation>
    </message>
    <message>
        <source>The result does not say which contract was tested, so it is no evidence.</source>
        <translation>Das Ergebnis sagt nicht, welcher Vertrag getestet wurde, und ist daher kein Beleg.</translation>
    </message>
    <message>
        <source>The result does not say when it was made, so it is no evidence.</source>
        <translation>Das Ergebnis sagt nicht, wann es entstand, und ist daher kein Beleg.</translation>
    </message>
    <message>
        <source>Give the contract an id, and test it again.</source>
        <translation>Dem Vertrag eine Kennung geben und ihn erneut testen.</translation>
    </message>
    <message>
        <source>The file is no result of datacontract test.</source>
        <translation>Die Datei ist kein Ergebnis von datacontract test.</translation>
    </message>
    <message>
        <source>Let datacontract test write it with --output-format json.</source>
        <translation>Von datacontract test mit --output-format json schreiben lassen.</translation>
    </message>
    <message>
        <source>No manifest in the folder has the nodes of this catalog.</source>
        <translation>Kein Manifest im Ordner hat die Knoten dieses Katalogs.</translation>
    </message>
    <message>
        <source>Put the manifest.json of the same run beside it.</source>
        <translation>Die manifest.json desselben Laufs daneben legen.</translation>
    </message>
    <message>
        <source>This cannot be read: %1.</source>
        <translation>Das lässt sich nicht lesen: %1.</translation>
    </message>
    <message>
        <source>Give yourself the right to read it, or move it away.</source>
        <translation>Sich das Leserecht geben oder wegräumen.</translation>
    </message>
    <message>
        <source>The name of this file is not UTF-8, so it cannot be opened.</source>
        <translation>Der Name dieser Datei ist kein UTF-8, sie lässt sich daher nicht öffnen.</translation>
    </message>
    <message>
        <source>Rename it.</source>
        <translation>Umbenennen.</translation>
    </message>
    <message>
        <source>This is a pipe, socket or device, and was not read.</source>
        <translation>Das ist eine Pipe, ein Socket oder ein Gerät und wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>Put a regular file in its place.</source>
        <translation>Eine gewöhnliche Datei an die Stelle setzen.</translation>
    </message>
    <message>
        <source>The folder has more than %1 files; the others were not looked at.</source>
        <translation>Der Ordner hat mehr als %1 Dateien; die übrigen wurden nicht angesehen.</translation>
    </message>
    <message>
        <source>Point the account at the part of the folder that describes data.</source>
        <translation>Das Konto auf den Teil des Ordners richten, der Daten beschreibt.</translation>
    </message>
    <message>
        <source>Directories more than %1 levels down are not looked at.</source>
        <translation>Verzeichnisse, die mehr als %1 Ebenen tief liegen, werden nicht angesehen.</translation>
    </message>
    <message>
        <source>This link leads out of the folder and was not followed.</source>
        <translation>Diese Verknüpfung führt aus dem Ordner hinaus und wurde nicht verfolgt.</translation>
    </message>
    <message>
        <source>Copy the file into the folder, or add an account for the other folder.</source>
        <translation>Die Datei in den Ordner kopieren oder ein Konto für den anderen Ordner anlegen.</translation>
    </message>
    <message>
        <source>No file in the folder is the contract “%1”.</source>
        <translation>Keine Datei im Ordner ist der Vertrag „%1“.</translation>
    </message>
    <message>
        <source>Add the contract, or correct the contractId.</source>
        <translation>Den Vertrag hinzufügen oder die contractId berichtigen.</translation>
    </message>
    <message>
        <source>This %1 is also in %2, with the same version, and that file is the one shown.</source>
        <translation>Das gibt es (%1) auch in %2, mit derselben Version, und jene Datei wird gezeigt.</translation>
    </message>
    <message>
        <source>This %1 names no version; its current version, %2, is in %3.</source>
        <translation>Hier fehlt die Version (%1); die aktuelle, %2, steht in %3.</translation>
    </message>
    <message>
        <source>This is version %1 of a %2 whose current version, %3, is in %4.</source>
        <translation>Das ist Version %1 (%2), deren aktuelle Version %3 in %4 steht.</translation>
    </message>
    <message>
        <source>Give it an id of its own, or keep earlier versions outside of the folder.</source>
        <translation>Eine eigene id geben oder frühere Versionen außerhalb des Ordners aufbewahren.</translation>
    </message>
    <message>
        <source>The file was not read: it has more than %1 MB.</source>
        <translation>Die Datei wurde nicht gelesen: Sie hat mehr als %1 MB.</translation>
    </message>
    <message>
        <source>Split it, or leave out what describes no data.</source>
        <translation>Aufteilen oder weglassen, was keine Daten beschreibt.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>Die Datei lässt sich nicht lesen: %1.</translation>
    </message>
    <message>
        <source>Write it again, whole.</source>
        <translation>Noch einmal und ganz schreiben.</translation>
    </message>
    <message>
        <source>The file holds zero bytes: it is no UTF-8 text.</source>
        <translation>Die Datei enthält Nullbytes: Sie ist kein UTF-8-Text.</translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation>Als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>This catalog entry is no valid JSON and was left out.</source>
        <translation>Dieser Katalogeintrag ist kein gültiges JSON und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>Let dbt write it again: dbt docs generate.</source>
        <translation>Von dbt neu schreiben lassen: dbt docs generate.</translation>
    </message>
    <message>
        <source>The dbt artifact ends in the middle of its JSON.</source>
        <translation>Das dbt-Artefakt endet mitten in seinem JSON.</translation>
    </message>
    <message>
        <source>The dbt artifact is no valid JSON here.</source>
        <translation>Das dbt-Artefakt ist hier kein gültiges JSON.</translation>
    </message>
    <message>
        <source>This node is no valid JSON object and was left out: %1</source>
        <translation>Dieser Knoten ist kein gültiges JSON-Objekt und wurde ausgelassen: %1</translation>
    </message>
    <message>
        <source>Let dbt write the manifest again.</source>
        <translation>Das Manifest von dbt neu schreiben lassen.</translation>
    </message>
    <message>
        <source>This object has no name and is left out</source>
        <translation>Dieses Objekt hat keinen Namen und wird ausgelassen</translation>
    </message>
    <message>
        <source>A second object is called &quot;%1&quot; here and is left out</source>
        <translation>Ein zweites Objekt heißt hier &quot;%1&quot; und wird ausgelassen</translation>
    </message>
    <message>
        <source>Give it a name</source>
        <translation>Einen Namen geben</translation>
    </message>
    <message>
        <source>Give each object a name of its own</source>
        <translation>Jedem Objekt einen eigenen Namen geben</translation>
    </message>
    <message>
        <source>The contract has no id and is left out</source>
        <translation>Der Vertrag hat keine id und wird ausgelassen</translation>
    </message>
    <message>
        <source>The product has no id and is left out</source>
        <translation>Das Produkt hat keine id und wird ausgelassen</translation>
    </message>
    <message>
        <source>This port has no name and is left out</source>
        <translation>Dieser Port hat keinen Namen und wird ausgelassen</translation>
    </message>
    <message>
        <source>Give it an id that stays the same for ever, a UUID for example</source>
        <translation>Eine id geben, die für immer gleich bleibt, etwa eine UUID</translation>
    </message>
    <message>
        <source>This event was left out: it has more than %1 MB.</source>
        <translation>Dieses Ereignis wurde ausgelassen: Es hat mehr als %1 MB.</translation>
    </message>
    <message>
        <source>Let the producer leave out facets that hold data.</source>
        <translation>Den Erzeuger Facetten weglassen lassen, die Daten enthalten.</translation>
    </message>
    <message>
        <source>This line is no valid JSON and was left out: %1</source>
        <translation>Diese Zeile ist kein gültiges JSON und wurde ausgelassen: %1</translation>
    </message>
    <message>
        <source>Write each event whole, in a line of its own.</source>
        <translation>Jedes Ereignis ganz in eine eigene Zeile schreiben.</translation>
    </message>
    <message>
        <source>No event of this file can be read, since it is no valid JSON: %1</source>
        <translation>Kein Ereignis dieser Datei lässt sich lesen, da sie kein gültiges JSON ist: %1</translation>
    </message>
    <message>
        <source>This event was left out: %1.</source>
        <translation>Dieses Ereignis wurde ausgelassen: %1.</translation>
    </message>
    <message>
        <source>it has no eventTime that can be read</source>
        <translation>es hat keine lesbare eventTime</translation>
    </message>
    <message>
        <source>it names neither a job nor a dataset</source>
        <translation>es nennt weder einen Job noch ein Dataset</translation>
    </message>
    <message>
        <source>its run has no runId</source>
        <translation>sein Lauf hat keine runId</translation>
    </message>
    <message>
        <source>See the specification of OpenLineage for what an event needs.</source>
        <translation>Was ein Ereignis braucht, steht in der Spezifikation von OpenLineage.</translation>
    </message>
    <message>
        <source>%1 of the event&apos;s datasets have no namespace or name and were left out.</source>
        <translation>%1 der Datasets des Ereignisses haben keinen Namensraum oder Namen und wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Let the producer name every dataset.</source>
        <translation>Den Erzeuger jedes Dataset benennen lassen.</translation>
    </message>
    <message>
        <source>This run has %1 inputs and %2 outputs: its %3 edges from each to each were left out, those from and to its job were kept.</source>
        <translation>Dieser Lauf hat %1 Eingaben und %2 Ausgaben: Seine %3 Kanten von jeder zu jeder wurden ausgelassen, die von und zu seinem Job blieben.</translation>
    </message>
    <message>
        <source>Look at the lineage with jobs, or let each output be written by a run with its own inputs.</source>
        <translation>Die Lineage mit Jobs ansehen oder jede Ausgabe von einem Lauf mit ihren eigenen Eingaben schreiben lassen.</translation>
    </message>
    <message>
        <source>%1 more lines of this file were left out.</source>
        <translation>%1 weitere Zeilen dieser Datei wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Correct the ones above first.</source>
        <translation>Zuerst die obigen berichtigen.</translation>
    </message>
    <message>
        <source>This line is indented by a tab; YAML takes only blanks</source>
        <translation>Diese Zeile ist mit einem Tabulator eingerückt; YAML erlaubt nur Leerzeichen</translation>
    </message>
    <message>
        <source>Replace the tabs at the beginning of lines by blanks</source>
        <translation>Die Tabulatoren am Zeilenanfang durch Leerzeichen ersetzen</translation>
    </message>
    <message>
        <source>This is not YAML: %1</source>
        <translation>Das ist kein YAML: %1</translation>
    </message>
    <message>
        <source>Correct the line, or the one before it</source>
        <translation>Die Zeile oder die davor berichtigen</translation>
    </message>
    <message>
        <source>A second document begins here; only the first one of the file is used</source>
        <translation>Hier beginnt ein zweites Dokument; nur das erste der Datei wird verwendet</translation>
    </message>
    <message>
        <source>Give each document a file of its own</source>
        <translation>Jedem Dokument eine eigene Datei geben</translation>
    </message>
    <message>
        <source>What follows the first document is not YAML: %1</source>
        <translation>Was auf das erste Dokument folgt, ist kein YAML: %1</translation>
    </message>
    <message>
        <source>Remove it, or give it a file of its own</source>
        <translation>Entfernen oder eine eigene Datei dafür anlegen</translation>
    </message>
    <message>
        <source>The file holds nothing</source>
        <translation>Die Datei enthält nichts</translation>
    </message>
    <message>
        <source>Remove it, or fill it</source>
        <translation>Entfernen oder füllen</translation>
    </message>
    <message>
        <source>The quote that opens here is never closed</source>
        <translation>Das Anführungszeichen, das hier beginnt, wird nie geschlossen</translation>
    </message>
    <message>
        <source>Close the quote</source>
        <translation>Das Anführungszeichen schließen</translation>
    </message>
    <message>
        <source>The YAML parser gave up: %1</source>
        <translation>Der YAML-Parser gab auf: %1</translation>
    </message>
    <message>
        <source>Something is nested deeper than %1 levels here</source>
        <translation>Hier ist etwas tiefer als %1 Ebenen verschachtelt</translation>
    </message>
    <message>
        <source>Flatten the file, or take the generated part out of it</source>
        <translation>Die Datei abflachen oder den erzeugten Teil herausnehmen</translation>
    </message>
    <message>
        <source>An alias here stands inside the very thing that it repeats</source>
        <translation>Ein Alias steht hier in genau dem, was er wiederholt</translation>
    </message>
    <message>
        <source>Write the value out instead of the alias</source>
        <translation>Statt des Alias den Wert ausschreiben</translation>
    </message>
    <message>
        <source>The file has more than %1 values up to here, aliases counted each time</source>
        <translation>Die Datei hat bis hier mehr als %1 Werte, Aliase jedes Mal gezählt</translation>
    </message>
    <message>
        <source>The file has more than %1 bytes of text up to here, aliases counted each time</source>
        <translation>Die Datei hat bis hier mehr als %1 Bytes Text, Aliase jedes Mal gezählt</translation>
    </message>
    <message>
        <source>Split the file, or write fewer aliases</source>
        <translation>Die Datei aufteilen oder weniger Aliase schreiben</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; stands twice in this mapping, first in line %2; the last one counts</source>
        <translation>Der Schlüssel &quot;%1&quot; steht zweimal in dieser Zuordnung, zuerst in Zeile %2; der letzte gilt</translation>
    </message>
    <message>
        <source>Remove one of the two</source>
        <translation>Einen der beiden entfernen</translation>
    </message>
    <message>
        <source>This is not JSON: expected %1 here</source>
        <translation>Das ist kein JSON: hier wird erwartet: %1</translation>
    </message>
    <message>
        <source>This line holds the control character 0x%1, which no text file may hold</source>
        <translation>Diese Zeile enthält das Steuerzeichen 0x%1, das in keiner Textdatei stehen darf</translation>
    </message>
    <message>
        <source>This line holds bytes that are not UTF-8; they are shown as �</source>
        <translation>Diese Zeile enthält Bytes, die kein UTF-8 sind; sie werden als � gezeigt</translation>
    </message>
    <message>
        <source>Remove the character</source>
        <translation>Das Zeichen entfernen</translation>
    </message>
    <message>
        <source>Save the file as UTF-8</source>
        <translation>Die Datei als UTF-8 speichern</translation>
    </message>
    <message>
        <source>The file has %1 bytes; at most %2 are read</source>
        <translation>Die Datei hat %1 Bytes; höchstens %2 werden gelesen</translation>
    </message>
    <message>
        <source>Split the file</source>
        <translation>Die Datei aufteilen</translation>
    </message>
    <message>
        <source>The file is UTF-16 or UTF-32 by its byte order mark</source>
        <translation>Die Datei ist nach ihrer Byte-Reihenfolge-Marke UTF-16 oder UTF-32</translation>
    </message>
    <message>
        <source>The file begins with a byte order mark</source>
        <translation>Die Datei beginnt mit einer Byte-Reihenfolge-Marke</translation>
    </message>
    <message>
        <source>Save the file as UTF-8 without one: not every tool skips it</source>
        <translation>Die Datei ohne sie als UTF-8 speichern: nicht jedes Werkzeug überspringt sie</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a mapping</source>
        <translation>eine Zuordnung</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>letters, digits, &quot;-&quot; and &quot;_&quot; only</source>
        <translation>nur Buchstaben, Ziffern, &quot;-&quot; und &quot;_&quot;</translation>
    </message>
    <message>
        <source>an address that begins with sftp://</source>
        <translation>eine Adresse, die mit sftp:// beginnt</translation>
    </message>
    <message>
        <source>a version like v2.2.2</source>
        <translation>eine Version wie v2.2.2</translation>
    </message>
    <message>
        <source>no number below 0</source>
        <translation>keine Zahl unter 0</translation>
    </message>
    <message>
        <source>a number above 0</source>
        <translation>eine Zahl über 0</translation>
    </message>
    <message>
        <source>at least 1</source>
        <translation>mindestens 1</translation>
    </message>
    <message>
        <source>at least one item</source>
        <translation>mindestens ein Element</translation>
    </message>
    <message>
        <source>at least one item, and none twice</source>
        <translation>mindestens ein Element und keines zweimal</translation>
    </message>
    <message>
        <source>two different numbers</source>
        <translation>zwei verschiedene Zahlen</translation>
    </message>
    <message>
        <source>object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>port of this version</source>
        <translation>Port dieser Version</translation>
    </message>
    <message>
        <source>contract</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>the end of the file</source>
        <translation>das Ende der Datei</translation>
    </message>
    <message>
        <source>a comma or a closing brace</source>
        <translation>ein Komma oder eine schließende geschweifte Klammer</translation>
    </message>
    <message>
        <source>a key in double quotes</source>
        <translation>ein Schlüssel in doppelten Anführungszeichen</translation>
    </message>
    <message>
        <source>a colon</source>
        <translation>ein Doppelpunkt</translation>
    </message>
    <message>
        <source>a comma or a closing bracket</source>
        <translation>ein Komma oder eine schließende eckige Klammer</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>ein Wert</translation>
    </message>
    <message>
        <source>the closing quote of a text</source>
        <translation>das schließende Anführungszeichen eines Textes</translation>
    </message>
    <message>
        <source>an escape that JSON knows</source>
        <translation>ein Escape, das JSON kennt</translation>
    </message>
    <message>
        <source>the second half of a UTF-16 pair</source>
        <translation>die zweite Hälfte eines UTF-16-Paars</translation>
    </message>
    <message>
        <source>an escape (\n, \t) instead of the line break or tab in a text</source>
        <translation>ein Escape (\n, \t) statt des Zeilenumbruchs oder Tabulators in einem Text</translation>
    </message>
    <message>
        <source>a column</source>
        <translation>einer Spalte</translation>
    </message>
    <message>
        <source>a constraint</source>
        <translation>einer Einschränkung</translation>
    </message>
    <message>
        <source>a contract</source>
        <translation>einem Vertrag</translation>
    </message>
    <message>
        <source>a custom property</source>
        <translation>einer eigenen Eigenschaft</translation>
    </message>
    <message>
        <source>a data product</source>
        <translation>einem Datenprodukt</translation>
    </message>
    <message>
        <source>a link</source>
        <translation>einem Verweis</translation>
    </message>
    <message>
        <source>a management port</source>
        <translation>einem Verwaltungs-Port</translation>
    </message>
    <message>
        <source>a map</source>
        <translation>einer Map</translation>
    </message>
    <message>
        <source>a property of this type</source>
        <translation>einer Eigenschaft dieses Typs</translation>
    </message>
    <message>
        <source>a property</source>
        <translation>einer Eigenschaft</translation>
    </message>
    <message>
        <source>a quality rule of type custom</source>
        <translation>einer Qualitätsregel vom Typ custom</translation>
    </message>
    <message>
        <source>a quality rule of type library</source>
        <translation>einer Qualitätsregel vom Typ library</translation>
    </message>
    <message>
        <source>a quality rule of type sql</source>
        <translation>einer Qualitätsregel vom Typ sql</translation>
    </message>
    <message>
        <source>a quality rule</source>
        <translation>einer Qualitätsregel</translation>
    </message>
    <message>
        <source>a relationship of an object</source>
        <translation>einer Beziehung eines Objekts</translation>
    </message>
    <message>
        <source>a relationship of a property (where it starts is clear)</source>
        <translation>einer Beziehung einer Eigenschaft (wo sie beginnt, ist klar)</translation>
    </message>
    <message>
        <source>a role</source>
        <translation>einer Rolle</translation>
    </message>
    <message>
        <source>a server of this type</source>
        <translation>einem Server dieses Typs</translation>
    </message>
    <message>
        <source>a server</source>
        <translation>einem Server</translation>
    </message>
    <message>
        <source>a stakeholder</source>
        <translation>einem Beteiligten</translation>
    </message>
    <message>
        <source>a support channel</source>
        <translation>einem Support-Kanal</translation>
    </message>
    <message>
        <source>a synonym</source>
        <translation>einem Synonym</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>einer Tabelle</translation>
    </message>
    <message>
        <source>a team member</source>
        <translation>einem Teammitglied</translation>
    </message>
    <message>
        <source>a verified statement</source>
        <translation>einer bestätigten Aussage</translation>
    </message>
    <message>
        <source>an SBOM</source>
        <translation>einer SBOM</translation>
    </message>
    <message>
        <source>an SLA property</source>
        <translation>einer SLA-Eigenschaft</translation>
    </message>
    <message>
        <source>an enum value</source>
        <translation>einem Enum-Wert</translation>
    </message>
    <message>
        <source>an input contract</source>
        <translation>einem Eingangsvertrag</translation>
    </message>
    <message>
        <source>an input port</source>
        <translation>einem Eingangs-Port</translation>
    </message>
    <message>
        <source>an object of the schema</source>
        <translation>einem Objekt des Schemas</translation>
    </message>
    <message>
        <source>an output port</source>
        <translation>einem Ausgangs-Port</translation>
    </message>
    <message>
        <source>the context</source>
        <translation>dem Kontext</translation>
    </message>
    <message>
        <source>the description</source>
        <translation>der Beschreibung</translation>
    </message>
    <message>
        <source>the items of an array</source>
        <translation>den Elementen eines Arrays</translation>
    </message>
    <message>
        <source>the options of a date</source>
        <translation>den Optionen eines Datums</translation>
    </message>
    <message>
        <source>the options of a number</source>
        <translation>den Optionen einer Zahl</translation>
    </message>
    <message>
        <source>the options of a string</source>
        <translation>den Optionen eines Textes</translation>
    </message>
    <message>
        <source>the options of a time</source>
        <translation>den Optionen einer Uhrzeit</translation>
    </message>
    <message>
        <source>the options of a vector</source>
        <translation>den Optionen eines Vektors</translation>
    </message>
    <message>
        <source>the options of an array</source>
        <translation>den Optionen eines Arrays</translation>
    </message>
    <message>
        <source>the options of an integer</source>
        <translation>den Optionen einer ganzen Zahl</translation>
    </message>
    <message>
        <source>the options of an object</source>
        <translation>den Optionen eines Objekts</translation>
    </message>
    <message>
        <source>the price</source>
        <translation>dem Preis</translation>
    </message>
    <message>
        <source>the team</source>
        <translation>dem Team</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between two words</comment>
        <translation> oder </translation>
    </message>
    <message>
        <source>the contract has no rule of volume or completeness that would show it</source>
        <translation>der Vertrag hat keine Regel zu Umfang oder Vollständigkeit, die es zeigen würde</translation>
    </message>
    <message>
        <source>measured by %1, not evaluated here</source>
        <translation>gemessen von %1, hier nicht ausgewertet</translation>
    </message>
    <message>
        <source>it is composed of several indicators, not evaluated here</source>
        <translation>es setzt sich aus mehreren Messgrößen zusammen, hier nicht ausgewertet</translation>
    </message>
    <message>
        <source>Somebody answers for the product</source>
        <translation>Jemand steht für das Produkt ein</translation>
    </message>
    <message>
        <source>Nobody answers for the product</source>
        <translation>Niemand steht für das Produkt ein</translation>
    </message>
    <message>
        <source>Name an owner in its team</source>
        <translation>Nennen Sie im Team jemanden, der dafür einsteht</translation>
    </message>
    <message>
        <source>It has no description that says enough</source>
        <translation>Es hat keine Beschreibung, die genug sagt</translation>
    </message>
    <message>
        <source>Write what it holds and what it is for</source>
        <translation>Schreiben Sie, was es enthält und wofür es ist</translation>
    </message>
    <message>
        <source>Its status is one of those that are allowed</source>
        <translation>Der Status ist einer der erlaubten</translation>
    </message>
    <message>
        <source>Its status is none of those that are allowed</source>
        <translation>Der Status ist keiner der erlaubten</translation>
    </message>
    <message>
        <source>Use one that is in force, or change the status</source>
        <translation>Nehmen Sie eines, das in Kraft ist, oder ändern Sie den Status</translation>
    </message>
    <message>
        <source>A contract governs the port</source>
        <translation>Ein Vertrag regelt den Port</translation>
    </message>
    <message>
        <source>No contract governs the port</source>
        <translation>Kein Vertrag regelt den Port</translation>
    </message>
    <message>
        <source>Write a contract, and name it in the port&apos;s contractId</source>
        <translation>Schreiben Sie einen Vertrag und nennen Sie ihn in contractId des Ports</translation>
    </message>
    <message>
        <source>The contract promises a service level</source>
        <translation>Der Vertrag sagt ein Servicelevel zu</translation>
    </message>
    <message>
        <source>The contract promises no service level that is asked for</source>
        <translation>Der Vertrag sagt kein verlangtes Servicelevel zu</translation>
    </message>
    <message>
        <source>Add it to the contract&apos;s slaProperties</source>
        <translation>Ergänzen Sie slaProperties des Vertrags</translation>
    </message>
    <message>
        <source>Enough of the fields are described</source>
        <translation>Genug Felder sind beschrieben</translation>
    </message>
    <message>
        <source>Too few of the fields are described</source>
        <translation>Zu wenige Felder sind beschrieben</translation>
    </message>
    <message>
        <source>Describe the fields in the contract</source>
        <translation>Beschreiben Sie die Felder im Vertrag</translation>
    </message>
    <message>
        <source>It is written as agreed</source>
        <translation>Es ist geschrieben wie vereinbart</translation>
    </message>
    <message>
        <source>It is not written as agreed</source>
        <translation>Es ist nicht geschrieben wie vereinbart</translation>
    </message>
    <message>
        <source>Write it as the policy has it</source>
        <translation>Schreiben Sie es, wie die Richtlinie es will</translation>
    </message>
    <message>
        <source>The purpose is one of the list</source>
        <translation>Der Zweck ist einer der Liste</translation>
    </message>
    <message>
        <source>The purpose is none of the list</source>
        <translation>Der Zweck ist keiner der Liste</translation>
    </message>
    <message>
        <source>Choose a purpose of the list</source>
        <translation>Wählen Sie einen Zweck der Liste</translation>
    </message>
    <message>
        <source>The request is justified</source>
        <translation>Der Antrag ist begründet</translation>
    </message>
    <message>
        <source>The justification is too short</source>
        <translation>Die Begründung ist zu kurz</translation>
    </message>
    <message>
        <source>Say what the data is needed for</source>
        <translation>Sagen Sie, wofür die Daten gebraucht werden</translation>
    </message>
    <message>
        <source>The period is within the limits</source>
        <translation>Der Zeitraum liegt in den Grenzen</translation>
    </message>
    <message>
        <source>The period is not within the limits</source>
        <translation>Der Zeitraum liegt nicht in den Grenzen</translation>
    </message>
    <message>
        <source>Change the first or the last day</source>
        <translation>Ändern Sie den ersten oder den letzten Tag</translation>
    </message>
    <message>
        <source>The purpose allows the classified fields</source>
        <translation>Der Zweck erlaubt die eingestuften Felder</translation>
    </message>
    <message>
        <source>The purpose does not allow the classified fields</source>
        <translation>Der Zweck erlaubt die eingestuften Felder nicht</translation>
    </message>
    <message>
        <source>Leave them out, or choose a purpose that allows them</source>
        <translation>Lassen Sie sie weg, oder wählen Sie einen Zweck, der sie erlaubt</translation>
    </message>
    <message>
        <source>A second person decides about such data</source>
        <translation>Über solche Daten entscheidet eine zweite Person</translation>
    </message>
    <message>
        <source>Such data needs a second person who decides</source>
        <translation>Über solche Daten muss eine zweite Person entscheiden</translation>
    </message>
    <message>
        <source>Ask for a role with a second level approver</source>
        <translation>Beantragen Sie eine Rolle mit zweiter Genehmigung</translation>
    </message>
    <message>
        <source>The terms of the contract are accepted as they are now</source>
        <translation>Die Bedingungen des Vertrags sind in ihrer jetzigen Fassung angenommen</translation>
    </message>
    <message>
        <source>The terms of the contract are not accepted as they are now</source>
        <translation>Die Bedingungen des Vertrags sind in ihrer jetzigen Fassung nicht angenommen</translation>
    </message>
    <message>
        <source>Read and accept the terms</source>
        <translation>Lesen Sie die Bedingungen und nehmen Sie sie an</translation>
    </message>
    <message>
        <source>This could not be judged</source>
        <translation>Das war nicht zu beurteilen</translation>
    </message>
    <message>
        <source>the fields of the port are not known</source>
        <translation>die Felder des Ports sind nicht bekannt</translation>
    </message>
    <message>
        <source>the contract has no field &quot;%1&quot;</source>
        <translation>der Vertrag hat kein Feld „%1“</translation>
    </message>
    <message>
        <source>the policies list no purposes</source>
        <translation>die Richtlinien nennen keine Zwecke</translation>
    </message>
    <message>
        <source>%1 characters, %2 are asked for</source>
        <translation>%1 Zeichen, verlangt sind %2</translation>
    </message>
    <message>
        <source>today is not known</source>
        <translation>der heutige Tag ist nicht bekannt</translation>
    </message>
    <message>
        <source>the first day is over</source>
        <translation>der erste Tag ist vorbei</translation>
    </message>
    <message>
        <source>it has no last day</source>
        <translation>er hat keinen letzten Tag</translation>
    </message>
    <message>
        <source>it ends before it begins</source>
        <translation>er endet, bevor er beginnt</translation>
    </message>
    <message>
        <source>%1 days, %2 are allowed</source>
        <translation>%1 Tage, erlaubt sind %2</translation>
    </message>
    <message>
        <source>no such field is asked for</source>
        <translation>kein solches Feld ist erbeten</translation>
    </message>
    <message>
        <source>who decides is not known</source>
        <translation>wer entscheidet, ist nicht bekannt</translation>
    </message>
    <message>
        <source>%1, and one step decides</source>
        <translation>%1, und ein Schritt entscheidet</translation>
    </message>
    <message>
        <source>nobody is known for one of the steps</source>
        <translation>für einen der Schritte ist niemand bekannt</translation>
    </message>
    <message>
        <source>one person stands in both steps</source>
        <translation>eine Person steht in beiden Schritten</translation>
    </message>
    <message>
        <source>the terms of the contract are not known</source>
        <translation>die Bedingungen des Vertrags sind nicht bekannt</translation>
    </message>
    <message>
        <source>the contract has none</source>
        <translation>der Vertrag hat keine</translation>
    </message>
    <message>
        <source>they have changed since</source>
        <translation>sie haben sich seitdem geändert</translation>
    </message>
    <message>
        <source>its status is not known</source>
        <translation>der Status ist nicht bekannt</translation>
    </message>
    <message>
        <source>no port is asked for</source>
        <translation>kein Port ist erbeten</translation>
    </message>
    <message>
        <source>the rule cannot be read</source>
        <translation>die Regel ist nicht lesbar</translation>
    </message>
    <message>
        <source>it has none</source>
        <translation>es hat keinen</translation>
    </message>
    <message>
        <source>&quot;%1&quot;, not %2</source>
        <translation>„%1“, nicht %2</translation>
    </message>
    <message>
        <source>The product is not in force</source>
        <translation>Das Produkt ist nicht in Kraft</translation>
    </message>
    <message>
        <source>Ask for the product that takes its place</source>
        <translation>Beantragen Sie das Produkt, das an seine Stelle tritt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no e-mail address, so nobody can decide here</source>
        <translation>„%1“ ist keine E-Mail-Adresse, deshalb kann hier niemand entscheiden</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no e-mail address, so the product&apos;s owner decides</source>
        <translation>„%1“ ist keine E-Mail-Adresse, deshalb entscheidet, wer für das Produkt einsteht</translation>
    </message>
    <message>
        <source>Write the e-mail addresses of those who decide</source>
        <translation>Schreiben Sie die E-Mail-Adressen derer, die entscheiden</translation>
    </message>
    <message>
        <source>Neither the contract nor the product names the e-mail address of somebody who decides</source>
        <translation>Weder Vertrag noch Produkt nennen die E-Mail-Adresse von jemandem, der entscheidet</translation>
    </message>
    <message>
        <source>Name approvers in the contract&apos;s roles, or an owner in the team</source>
        <translation>Nennen Sie in den Rollen des Vertrags, wer genehmigt, oder im Team, wer dafür einsteht</translation>
    </message>
    <message>
        <source>The request for &quot;%1&quot; names other approvers than its contract does</source>
        <translation>Der Antrag auf „%1“ nennt andere Genehmigende als sein Vertrag</translation>
    </message>
    <message>
        <source>See whether the contract has changed since; if not, reject it</source>
        <translation>Sehen Sie nach, ob sich der Vertrag seitdem geändert hat; wenn nicht, lehnen Sie ab</translation>
    </message>
    <message>
        <source>It is described</source>
        <translation>Es ist beschrieben</translation>
    </message>
    <message>
        <source>This file does not say that it is %1</source>
        <translation>Diese Datei sagt nicht, dass sie %1 ist</translation>
    </message>
    <message>
        <source>Update Portolan if the file is of a newer version, or move it to where it belongs</source>
        <translation>Portolan aktualisieren, falls die Datei von einer neueren Version stammt, oder sie dorthin verschieben, wohin sie gehört</translation>
    </message>
    <message>
        <source>Bring the file back from the repository; a request or decision is made anew, never copied</source>
        <translation>Die Datei aus dem Repository zurückholen; eine Anfrage oder Entscheidung wird neu gemacht, nie kopiert</translation>
    </message>
    <message>
        <source>There is no kind &quot;%1&quot;</source>
        <translation>Eine Art „%1“ gibt es nicht</translation>
    </message>
    <message>
        <source>Write team or product</source>
        <translation>team oder product schreiben</translation>
    </message>
    <message>
        <source>The port &quot;%1&quot; is asked for twice</source>
        <translation>Der Port „%1“ wird zweimal angefragt</translation>
    </message>
    <message>
        <source>The id of this item is not that of its request and port</source>
        <translation>Die Kennung dieses Postens ist nicht die seiner Anfrage und seines Ports</translation>
    </message>
    <message>
        <source>Make the request anew</source>
        <translation>Die Anfrage neu stellen</translation>
    </message>
    <message>
        <source>The id of the request is not the name of its file</source>
        <translation>Die Kennung der Anfrage ist nicht der Name ihrer Datei</translation>
    </message>
    <message>
        <source>There is no decision &quot;%1&quot;</source>
        <translation>Eine Entscheidung „%1“ gibt es nicht</translation>
    </message>
    <message>
        <source>Update Portolan if a newer version wrote it</source>
        <translation>Portolan aktualisieren, falls eine neuere Version sie geschrieben hat</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no UUID</source>
        <translation>„%1“ ist keine UUID</translation>
    </message>
    <message>
        <source>Write the ids of decisions</source>
        <translation>Die Kennungen von Entscheidungen schreiben</translation>
    </message>
    <message>
        <source>The decision is not about the item whose folder it stands in, or its id is not the name of its file</source>
        <translation>Die Entscheidung handelt nicht von dem Posten, in dessen Ordner sie steht, oder ihre Kennung ist nicht der Name ihrer Datei</translation>
    </message>
    <message>
        <source>There is no state &quot;%1&quot; of agreements</source>
        <translation>Einen Zustand „%1“ von Vereinbarungen gibt es nicht</translation>
    </message>
    <message>
        <source>Write active, suspended or terminated</source>
        <translation>active, suspended oder terminated schreiben</translation>
    </message>
    <message>
        <source>The id of the agreement is not that of its item, or of its file</source>
        <translation>Die Kennung der Vereinbarung ist nicht die ihres Postens oder ihrer Datei</translation>
    </message>
    <message>
        <source>`%1` must be a text and is %2</source>
        <translation>`%1` muss ein Text sein und ist %2</translation>
    </message>
    <message>
        <source>Write one text</source>
        <translation>Einen Text schreiben</translation>
    </message>
    <message>
        <source>`%1` is missing</source>
        <translation>`%1` fehlt</translation>
    </message>
    <message>
        <source>`%1` must be a list of texts and is a mapping</source>
        <translation>`%1` muss eine Liste von Texten sein und ist eine Zuordnung</translation>
    </message>
    <message>
        <source>Write each behind a dash</source>
        <translation>Jeden hinter einen Strich schreiben</translation>
    </message>
    <message>
        <source>This must be a text and is %1</source>
        <translation>Dies muss ein Text sein und ist %1</translation>
    </message>
    <message>
        <source>`%1` must be a whole number from %2 on and is %3</source>
        <translation>`%1` muss eine ganze Zahl ab %2 sein und ist %3</translation>
    </message>
    <message>
        <source>Write such a number</source>
        <translation>Eine solche Zahl schreiben</translation>
    </message>
    <message>
        <source>`%1` must be a number from 0 to 1 and is %2</source>
        <translation>`%1` muss eine Zahl von 0 bis 1 sein und ist %2</translation>
    </message>
    <message>
        <source>Write such a number, 0.8 for four of five</source>
        <translation>Eine solche Zahl schreiben, 0.8 für vier von fünf</translation>
    </message>
    <message>
        <source>`%1` must be true or false and is %2</source>
        <translation>`%1` muss true oder false sein und ist %2</translation>
    </message>
    <message>
        <source>Write true or false</source>
        <translation>true oder false schreiben</translation>
    </message>
    <message>
        <source>`%1` must be a UUID and is %2</source>
        <translation>`%1` muss eine UUID sein und ist %2</translation>
    </message>
    <message>
        <source>Write a UUID of 36 characters</source>
        <translation>Eine UUID mit 36 Zeichen schreiben</translation>
    </message>
    <message>
        <source>`%1` must be a day and is %2</source>
        <translation>`%1` muss ein Tag sein und ist %2</translation>
    </message>
    <message>
        <source>Write it as 2026-01-31</source>
        <translation>Ihn als 2026-01-31 schreiben</translation>
    </message>
    <message>
        <source>`%1` must be a time with its zone and is %2</source>
        <translation>`%1` muss eine Zeit mit Zeitzone sein und ist %2</translation>
    </message>
    <message>
        <source>Write it as 2026-01-31T09:30:00.000Z</source>
        <translation>Sie als 2026-01-31T09:30:00.000Z schreiben</translation>
    </message>
    <message>
        <source>`%1` must be a list and is %2</source>
        <translation>`%1` muss eine Liste sein und ist %2</translation>
    </message>
    <message>
        <source>This must be a mapping and is %1</source>
        <translation>Dies muss eine Zuordnung sein und ist %1</translation>
    </message>
    <message>
        <source>Write members as &quot;key: value&quot;</source>
        <translation>Mitglieder als „key: value“ schreiben</translation>
    </message>
    <message>
        <source>`%1` must be a mapping and is %2</source>
        <translation>`%1` muss eine Zuordnung sein und ist %2</translation>
    </message>
    <message>
        <source>Write its members as &quot;key: value&quot;</source>
        <translation>Seine Mitglieder als „key: value“ schreiben</translation>
    </message>
    <message>
        <source>`%1` means nothing here</source>
        <translation>`%1` bedeutet hier nichts</translation>
    </message>
    <message>
        <source>Remove it, or correct how it is written</source>
        <translation>Entfernen, oder die Schreibweise berichtigen</translation>
    </message>
    <message>
        <source>The file holds both sides of a merge that was not resolved; it is not read, and not written over</source>
        <translation>Die Datei enthält beide Seiten eines nicht aufgelösten Merges; sie wird nicht gelesen und nicht überschrieben</translation>
    </message>
    <message>
        <source>Keep one side, remove the marks, and commit the file</source>
        <translation>Eine Seite behalten, die Marken entfernen und die Datei einchecken</translation>
    </message>
    <message>
        <source>There is no severity &quot;%1&quot;</source>
        <translation>Eine Schwere „%1“ gibt es nicht</translation>
    </message>
    <message>
        <source>Write error, warning or info</source>
        <translation>error, warning oder info schreiben</translation>
    </message>
    <message>
        <source>There is no kind of rule &quot;%1&quot;</source>
        <translation>Eine Art von Regel „%1“ gibt es nicht</translation>
    </message>
    <message>
        <source>Write one of %1</source>
        <translation>Eines von diesen schreiben: %1</translation>
    </message>
    <message>
        <source>A rule of kind %1 cannot have the scope &quot;%2&quot;</source>
        <translation>Eine Regel der Art %1 kann den Geltungsbereich „%2“ nicht haben</translation>
    </message>
    <message>
        <source>A rule with this scope cannot be about &quot;%1&quot;</source>
        <translation>Eine Regel mit diesem Geltungsbereich kann nicht von „%1“ handeln</translation>
    </message>
    <message>
        <source>There is no format &quot;%1&quot;</source>
        <translation>Ein Format „%1“ gibt es nicht</translation>
    </message>
    <message>
        <source>Write one of %1, or a pattern instead</source>
        <translation>Eines von %1 schreiben, oder stattdessen ein Muster</translation>
    </message>
    <message>
        <source>The pattern is no regular expression: %1</source>
        <translation>Das Muster ist kein regulärer Ausdruck: %1</translation>
    </message>
    <message>
        <source>The rule has both a standard and a pattern</source>
        <translation>Die Regel hat sowohl einen Standard als auch ein Muster</translation>
    </message>
    <message>
        <source>Remove one of them</source>
        <translation>Eines von beiden entfernen</translation>
    </message>
    <message>
        <source>A rule of kind %1 needs the parameter `%2`</source>
        <translation>Eine Regel der Art %1 braucht den Parameter `%2`</translation>
    </message>
    <message>
        <source>Write it; the parameters are %1</source>
        <translation>Ihn schreiben; die Parameter sind %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands here a second time; only the first counts</source>
        <translation>„%1“ steht hier zum zweiten Mal; nur das erste zählt</translation>
    </message>
    <message>
        <source>Give it an id of its own, or remove it</source>
        <translation>Ihr eine eigene Kennung geben, oder sie entfernen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a form of policies that this version reads</source>
        <translation>„%1“ ist keine Form von Richtlinien, die diese Version liest</translation>
    </message>
    <message>
        <source>Write portolan.policies/1</source>
        <translation>portolan.policies/1 schreiben</translation>
    </message>
    <message>
        <source>A file of policies is a mapping</source>
        <translation>Eine Datei mit Richtlinien ist eine Zuordnung</translation>
    </message>
    <message>
        <source>Write `rules:` and `purposes:`</source>
        <translation>`rules:` und `purposes:` schreiben</translation>
    </message>
    <message>
        <source>This is a file of access, and it counts for nothing where it stands</source>
        <translation>Dies ist eine Datei über Zugang, und wo sie steht, zählt sie nicht</translation>
    </message>
    <message>
        <source>Decisions about this request exclude each other: nothing is granted</source>
        <translation>Entscheidungen über diese Anfrage schließen einander aus: nichts wird gewährt</translation>
    </message>
    <message>
        <source>One of those who decided takes their decision back by another one</source>
        <translation>Jemand von denen, die entschieden haben, nimmt die Entscheidung durch eine andere zurück</translation>
    </message>
    <message>
        <source>%1 decided about their own request: it has no effect</source>
        <translation>%1 hat über die eigene Anfrage entschieden: das bewirkt nichts</translation>
    </message>
    <message>
        <source>Somebody else decides</source>
        <translation>Jemand anders entscheidet</translation>
    </message>
    <message>
        <source>%1 is not among those who decide here: it has no effect</source>
        <translation>%1 gehört nicht zu denen, die hier entscheiden: das bewirkt nichts</translation>
    </message>
    <message>
        <source>Those whom the request names decide</source>
        <translation>Es entscheiden die, welche die Anfrage nennt</translation>
    </message>
    <message>
        <source>The request %1 was changed after this decision: it has no effect</source>
        <translation>Die Anfrage %1 wurde nach dieser Entscheidung geändert: sie bewirkt nichts</translation>
    </message>
    <message>
        <source>See what has changed, and decide again</source>
        <translation>Nachsehen, was sich geändert hat, und neu entscheiden</translation>
    </message>
    <message>
        <source>Remove the file, or bring it back from the repository; what is granted follows from the decisions alone</source>
        <translation>Die Datei entfernen oder aus dem Repository zurückholen; was gewährt ist, folgt allein aus den Entscheidungen</translation>
    </message>
    <message>
        <source>The decisions about request %1 grant nothing that this agreement says</source>
        <translation>Die Entscheidungen über die Anfrage %1 gewähren nichts von dem, was diese Vereinbarung sagt</translation>
    </message>
    <message>
        <source>This agreement is not the one that follows from the decisions about request %1</source>
        <translation>Diese Vereinbarung ist nicht die, welche aus den Entscheidungen über die Anfrage %1 folgt</translation>
    </message>
    <message>
        <source>The agreement that follows from the decisions about request %1 is not written yet</source>
        <translation>Die Vereinbarung, die aus den Entscheidungen über die Anfrage %1 folgt, ist noch nicht geschrieben</translation>
    </message>
    <message>
        <source>The next decision about the request writes it</source>
        <translation>Die nächste Entscheidung über die Anfrage schreibt sie</translation>
    </message>
    <message>
        <source>This is about a request that is not here, or that cannot be read: it has no effect</source>
        <translation>Dies handelt von einer Anfrage, die nicht hier ist oder nicht gelesen werden kann: es bewirkt nichts</translation>
    </message>
    <message>
        <source>Bring the request back from the repository, or remove this file</source>
        <translation>Die Anfrage aus dem Repository zurückholen, oder diese Datei entfernen</translation>
    </message>
    <message>
        <source>none is given</source>
        <translation>keiner ist angegeben</translation>
    </message>
    <message>
        <source>A decision about this request cannot be read: nothing is granted until it can</source>
        <translation>Eine Entscheidung über diese Anfrage kann nicht gelesen werden: bis dahin wird nichts gewährt</translation>
    </message>
    <message>
        <source>Mend its file, or bring it back from the repository</source>
        <translation>Ihre Datei heilmachen oder aus dem Repository zurückholen</translation>
    </message>
    <message>
        <source>This could not be checked</source>
        <translation>Das war nicht zu prüfen</translation>
    </message>
    <message>
        <source>it has not answered yet</source>
        <translation>es hat noch nicht geantwortet</translation>
    </message>
    <message>
        <source>It is allowed</source>
        <translation>Es ist erlaubt</translation>
    </message>
    <message>
        <source>It is denied</source>
        <translation>Es ist verweigert</translation>
    </message>
    <message>
        <source>It needs an approval</source>
        <translation>Es braucht eine Genehmigung</translation>
    </message>
    <message>
        <source>It comes with an obligation</source>
        <translation>Es ist mit einer Auflage verbunden</translation>
    </message>
    <message>
        <source>The rule holds</source>
        <translation>Die Regel ist eingehalten</translation>
    </message>
    <message>
        <source>The rule does not hold</source>
        <translation>Die Regel ist nicht eingehalten</translation>
    </message>
    <message>
        <source>No rule is violated</source>
        <translation>Keine Regel ist verletzt</translation>
    </message>
    <message>
        <source>The server remarks: %1</source>
        <translation>Der Server merkt an: %1</translation>
    </message>
    <message>
        <source>a policy says no (%1): mend it, or give the reason for an exception</source>
        <translation>eine Richtlinie sagt nein (%1): beheben Sie das, oder nennen Sie den Grund für eine Ausnahme</translation>
    </message>
    <message>
        <source>%1 of %2 fields</source>
        <translation>%1 von %2 Feldern</translation>
    </message>
    <message>
        <source>Only the request says so; it was not judged here</source>
        <translation>Nur der Antrag sagt das; hier wurde es nicht beurteilt</translation>
    </message>
    <message>
        <source>Move it to access/requests, access/decisions/&lt;item&gt;, access/agreements or access/grants, under the name of its id</source>
        <translation>Verschieben Sie sie nach access/requests, access/decisions/&lt;item&gt;, access/agreements oder access/grants, unter dem Namen ihrer Kennung</translation>
    </message>
    <message>
        <source>There is no state &quot;%1&quot; of grants</source>
        <translation>Einen Zustand „%1“ von Zugängen gibt es nicht</translation>
    </message>
    <message>
        <source>Write provisioning, provisioned, deprovisioning, deprovisioned or failed</source>
        <translation>Schreiben Sie provisioning, provisioned, deprovisioning, deprovisioned oder failed</translation>
    </message>
    <message>
        <source>The agreement is not the one that the file is named after</source>
        <translation>Die Vereinbarung ist nicht die, nach der die Datei benannt ist</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot follow what this grant told before: it is left out</source>
        <translation>„%1“ kann nicht auf das folgen, was dieser Zugang zuvor meldete: es wird ausgelassen</translation>
    </message>
    <message>
        <source>Add the states in between, or correct the file</source>
        <translation>Ergänzen Sie die Zustände dazwischen oder berichtigen Sie die Datei</translation>
    </message>
    <message>
        <source>The agreement about &quot;%1&quot; is %2, and the access may still be there</source>
        <translation>Die Vereinbarung zu „%1“ ist %2, und der Zugang besteht womöglich noch</translation>
    </message>
    <message>
        <source>Ask whoever gives the access to take it away</source>
        <translation>Bitten Sie, wer den Zugang einrichtet, ihn zu entziehen</translation>
    </message>
    <message>
        <source>The access to &quot;%1&quot; could not be given</source>
        <translation>Der Zugang zu „%1“ konnte nicht eingerichtet werden</translation>
    </message>
    <message>
        <source>Ask whoever gives the access; they wrote down why</source>
        <translation>Fragen Sie, wer den Zugang einrichtet; dort steht, warum</translation>
    </message>
    <message>
        <source>More than %1 states are told</source>
        <translation>Es werden mehr als %1 Zustände genannt</translation>
    </message>
    <message>
        <source>Leave out what is old</source>
        <translation>Lassen Sie weg, was alt ist</translation>
    </message>
    <message>
        <source>What is nested deeper than %1 levels is left out</source>
        <translation>Was tiefer als %1 Ebenen verschachtelt ist, wird ausgelassen</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
</context>
<context>
    <name>Incident</name>
    <message>
        <source>%1 fails</source>
        <translation>%1 schlägt fehl</translation>
    </message>
    <message numerus="yes">
        <source>%n %1 check(s) fail</source>
        <extracomment>%1 is a dimension of quality: &quot;3 freshness checks fail&quot;</extracomment>
        <translation>
            <numerusform>%n Prüfung der Art %1 schlägt fehl</numerusform>
            <numerusform>%n Prüfungen der Art %1 schlagen fehl</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) fail</source>
        <translation>
            <numerusform>%n Prüfung schlägt fehl</numerusform>
            <numerusform>%n Prüfungen schlagen fehl</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>Wieder offen</translation>
    </message>
    <message>
        <source>Severe</source>
        <translation>Schwer</translation>
    </message>
    <message>
        <source>Major</source>
        <translation>Erheblich</translation>
    </message>
    <message>
        <source>Minor</source>
        <translation>Gering</translation>
    </message>
    <message>
        <source>under 1 min</source>
        <translation>unter 1 min</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n Woche</numerusform>
            <numerusform>%n Wochen</numerusform>
        </translation>
    </message>
    <message>
        <source>tomorrow, %1</source>
        <translation>morgen, %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Work started</source>
        <translation>Arbeit begonnen</translation>
    </message>
    <message>
        <source>Resolved until it fails again</source>
        <translation>Erledigt, bis es wieder fehlschlägt</translation>
    </message>
    <message>
        <source>Assigned to nobody</source>
        <translation>Niemandem zugewiesen</translation>
    </message>
    <message>
        <source>Assigned to %1</source>
        <translation>%1 zugewiesen</translation>
    </message>
    <message>
        <source>Snoozed until %1</source>
        <translation>Zurückgestellt bis %1</translation>
    </message>
    <message>
        <source>Woken up</source>
        <translation>Wieder hervorgeholt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Zugewiesen an</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Eröffnet</translation>
    </message>
    <message>
        <source>Began at</source>
        <translation>Begann bei</translation>
    </message>
    <message>
        <source>detected in %1</source>
        <translation>nach %1 erkannt</translation>
    </message>
    <message>
        <source>answered in %1</source>
        <translation>nach %1 beantwortet</translation>
    </message>
    <message>
        <source>resolved in %1</source>
        <translation>nach %1 behoben</translation>
    </message>
    <message>
        <source>On average %1</source>
        <translation>Im Mittel %1</translation>
    </message>
</context>
<context>
    <name>IncidentStory</name>
    <message>
        <source>by %1</source>
        <translation>durch %1</translation>
    </message>
    <message>
        <source>%1 joined under this root</source>
        <translation>%1 kam unter diesem Ursprung hinzu</translation>
    </message>
    <message>
        <source>%1, budget spent</source>
        <translation>%1, Budget verbraucht</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1, %2 übrig</translation>
    </message>
    <message>
        <source>none of its own</source>
        <translation>kein eigenes</translation>
    </message>
    <message>
        <source>First bad run</source>
        <translation>Erster schlechter Lauf</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Eröffnet</translation>
    </message>
    <message numerus="yes">
        <source>from %n failing check(s), one root</source>
        <translation>
            <numerusform>aus %n fehlschlagenden Prüfung, ein Ursprung</numerusform>
            <numerusform>aus %n fehlschlagenden Prüfungen, ein Ursprung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %n failing check(s), below %1</source>
        <translation>
            <numerusform>aus %n fehlschlagenden Prüfung, nachgelagert zu %1</numerusform>
            <numerusform>aus %n fehlschlagenden Prüfungen, nachgelagert zu %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Failed again</source>
        <translation>Erneut fehlgeschlagen</translation>
    </message>
    <message>
        <source>within a day after it was resolved</source>
        <translation>binnen eines Tages, nachdem es erledigt war</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>all its checks pass again</source>
        <translation>alle seine Prüfungen bestehen wieder</translation>
    </message>
    <message>
        <source>Still failing</source>
        <translation>Schlägt noch fehl</translation>
    </message>
    <message>
        <source>One check has failed for %1.</source>
        <translation>Eine Prüfung schlägt seit %1 fehl.</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) have failed, the first one for %1.</source>
        <translation>
            <numerusform>%n Prüfung schlägt fehl, die erste seit %1.</numerusform>
            <numerusform>%n Prüfungen schlagen fehl, die erste seit %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>It lasted %1.</source>
        <translation>Es dauerte %1.</translation>
    </message>
    <message>
        <source>It began upstream, at %1: look there first.</source>
        <translation>Es begann vorgelagert, bei %1: zuerst dort nachsehen.</translation>
    </message>
    <message>
        <source>Nothing upstream of it fails.</source>
        <translation>Vorgelagert schlägt nichts fehl.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing upstream of it fails, so it is the root of %n other incident(s).</source>
        <translation>
            <numerusform>Vorgelagert schlägt nichts fehl, also ist es der Ursprung von %n anderen Vorfall.</numerusform>
            <numerusform>Vorgelagert schlägt nichts fehl, also ist es der Ursprung von %n anderen Vorfällen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its checks failed %1 ago, and do not tell since.</source>
        <translation>Seine Prüfungen sind vor %1 gescheitert und sagen seither nichts.</translation>
    </message>
    <message>
        <source>It failed before, first %1 ago.</source>
        <translation>Es ist schon früher gescheitert, zuerst vor %1.</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>SLO state</source>
        <translation>SLO-Zustand</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>Snapshot</translation>
    </message>
    <message>
        <source>Stream topic</source>
        <translation>Stream-Topic</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Stream</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
    <message>
        <source>REST</source>
        <translation>REST</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Dashboard</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>Exposure</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Port type</source>
        <translation>Port-Typ</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Klassifizierung</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Data product</source>
        <translation>Datenprodukt</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Business term</source>
        <translation>Fachbegriff</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>%1 port</source>
        <translation>%1-Port</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Vorgeschlagen</translation>
    </message>
    <message>
        <source>Deprecated</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>Eingestellt</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktiv</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>Öffentlich</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>Intern</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>Vertraulich</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation>Streng vertraulich</translation>
    </message>
    <message>
        <source>Sensitive</source>
        <translation>Sensibel</translation>
    </message>
</context>
<context>
    <name>LineagePicture</name>
    <message>
        <source>%1 of %2</source>
        <comment>nodes of a group</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>No domain</source>
        <translation>Ohne Domäne</translation>
    </message>
    <message>
        <source>%1 more</source>
        <comment>columns of a box</comment>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>No product</source>
        <translation>Kein Produkt</translation>
    </message>
    <message>
        <source>No schema</source>
        <translation>Kein Schema</translation>
    </message>
</context>
<context>
    <name>LineageText</name>
    <message>
        <source>added</source>
        <translation>hinzugekommen</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>weggefallen</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>durch %1</translation>
    </message>
    <message>
        <source>a value is masked on this way</source>
        <translation>auf diesem Weg wird ein Wert maskiert</translation>
    </message>
    <message>
        <source>closes a cycle</source>
        <translation>schließt einen Kreis</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>made from %1, read by %2</source>
        <translation>entsteht aus %1, gelesen von %2</translation>
    </message>
    <message>
        <source>through what the filter leaves out</source>
        <translation>durch das, was der Filter auslässt</translation>
    </message>
</context>
<context>
    <name>LineageWords</name>
    <message numerus="yes">
        <source>%n agreement(s)</source>
        <translation>
            <numerusform>%n Vereinbarung</numerusform>
            <numerusform>%n Vereinbarungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n end(s) within 30 days</source>
        <translation>
            <numerusform>%n endet binnen 30 Tagen</numerusform>
            <numerusform>%n enden binnen 30 Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) wait</source>
        <translation>
            <numerusform>%n Antrag wartet</numerusform>
            <numerusform>%n Anträge warten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>There is no connection.</source>
        <translation>Es besteht keine Verbindung.</translation>
    </message>
    <message>
        <source>What you see is from the last sync. Try again when you are online.</source>
        <translation>Angezeigt wird der Stand des letzten Abgleichs. Bei bestehender Verbindung erneut versuchen.</translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation>Sie sind abgemeldet.</translation>
    </message>
    <message>
        <source>Sign in to the account again.</source>
        <translation>Erneut beim Konto anmelden.</translation>
    </message>
    <message>
        <source>You are not allowed to do this.</source>
        <translation>Dazu fehlt die Berechtigung.</translation>
    </message>
    <message>
        <source>Ask the owner, or an administrator of the platform.</source>
        <translation>Verantwortliche oder Administration der Plattform fragen.</translation>
    </message>
    <message>
        <source>The server asks to come back later.</source>
        <translation>Der Server bittet, es später erneut zu versuchen.</translation>
    </message>
    <message>
        <source>Portolan tries again by itself.</source>
        <translation>Portolan versucht es von selbst erneut.</translation>
    </message>
    <message>
        <source>The server cannot answer at the moment.</source>
        <translation>Der Server kann gerade nicht antworten.</translation>
    </message>
    <message>
        <source>A safe connection did not come about.</source>
        <translation>Eine sichere Verbindung kam nicht zustande.</translation>
    </message>
    <message>
        <source>The details say which certificate is wrong, and who can mend it.</source>
        <translation>Die Einzelheiten nennen das falsche Zertifikat und wer es beheben kann.</translation>
    </message>
    <message>
        <source>The network wants you to sign in first.</source>
        <translation>Das Netzwerk verlangt zuerst eine Anmeldung.</translation>
    </message>
    <message>
        <source>Open any page in a browser, or check the proxy of the account.</source>
        <translation>Eine beliebige Seite im Browser öffnen oder den Proxy des Kontos prüfen.</translation>
    </message>
    <message>
        <source>It was changed on the platform meanwhile.</source>
        <translation>Es wurde inzwischen auf der Plattform geändert.</translation>
    </message>
    <message>
        <source>Sync, compare the two, then decide again.</source>
        <translation>Synchronisieren, beide vergleichen, dann neu entscheiden.</translation>
    </message>
    <message>
        <source>The other side answered in a way that is not understood.</source>
        <translation>Die Gegenseite hat eine unverständliche Antwort gegeben.</translation>
    </message>
    <message>
        <source>Try again; if it stays, report it with the details.</source>
        <translation>Erneut versuchen; bleibt der Fehler bestehen, mit den Details melden.</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>Es wurde angehalten.</translation>
    </message>
    <message>
        <source>Start it again when you like.</source>
        <translation>Bei Bedarf erneut starten.</translation>
    </message>
    <message>
        <source>Something was asked for in a way that cannot work.</source>
        <translation>Etwas wurde auf eine Weise angefragt, die nicht funktionieren kann.</translation>
    </message>
    <message>
        <source>Check the setting or the argument named in the details.</source>
        <translation>Die in den Details genannte Einstellung oder das Argument prüfen.</translation>
    </message>
    <message>
        <source>It does not exist any more.</source>
        <translation>Es existiert nicht mehr.</translation>
    </message>
    <message>
        <source>Sync, and look for it in the catalogue.</source>
        <translation>Abgleichen und im Katalog danach suchen.</translation>
    </message>
    <message>
        <source>A file could not be read as what it claims to be.</source>
        <translation>Eine Datei ließ sich nicht als das lesen, was sie zu sein vorgibt.</translation>
    </message>
    <message>
        <source>Mend the place named in the details, and sync again.</source>
        <translation>Die in den Details genannte Stelle korrigieren und erneut abgleichen.</translation>
    </message>
    <message>
        <source>Another program holds what is needed.</source>
        <translation>Ein anderes Programm hält das Benötigte belegt.</translation>
    </message>
    <message>
        <source>Wait until it is done, or close it.</source>
        <translation>Warten, bis es fertig ist, oder es schließen.</translation>
    </message>
    <message>
        <source>The local database reported an error.</source>
        <translation>Die lokale Datenbank hat einen Fehler gemeldet.</translation>
    </message>
    <message>
        <source>Run “portolan-cli doctor” to see what is wrong.</source>
        <translation>„portolan-cli doctor“ ausführen, um die Ursache zu sehen.</translation>
    </message>
    <message>
        <source>There is no room left on the disk.</source>
        <translation>Auf dem Datenträger ist kein Platz mehr.</translation>
    </message>
    <message>
        <source>Free some room; nothing that was confirmed is lost.</source>
        <translation>Etwas Platz schaffen; nichts Bestätigtes geht verloren.</translation>
    </message>
    <message>
        <source>The desktop&apos;s secret service did not answer.</source>
        <translation>Der Geheimnisdienst des Desktops hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>Unlock it, or enter the secret again.</source>
        <translation>Entsperren oder das Geheimnis erneut eingeben.</translation>
    </message>
    <message>
        <source>Portolan</source>
        <translation>Portolan</translation>
    </message>
    <message>
        <source>%1 did not work.</source>
        <translation>%1 hat nicht funktioniert.</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>It is larger than what is read of one thing.</source>
        <translation>Es ist größer als das, was von einem Ding gelesen wird.</translation>
    </message>
    <message>
        <source>Split it, or leave out what is not needed.</source>
        <translation>Teilen Sie es auf, oder lassen Sie weg, was nicht gebraucht wird.</translation>
    </message>
    <message>
        <source>“%1” could not be written.</source>
        <translation>„%1“ konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Choose another place, or free some room there.</source>
        <translation>Wählen Sie einen anderen Ort, oder schaffen Sie dort Platz.</translation>
    </message>
</context>
<context>
    <name>News</name>
    <message>
        <source>%1 asks for %2</source>
        <translation>%1 möchte %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 ends %2</source>
        <translation>%1 endet %2</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) wait(s) for your decision</source>
        <translation>
            <numerusform>%n Antrag wartet auf Ihre Entscheidung</numerusform>
            <numerusform>%n Anträge warten auf Ihre Entscheidung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your requests wait(s) for an answer</source>
        <translation>
            <numerusform>%n Ihrer Anträge wartet auf Antwort</numerusform>
            <numerusform>%n Ihrer Anträge warten auf Antwort</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your requests was/were decided</source>
        <translation>
            <numerusform>%n Ihrer Anträge wurde entschieden</numerusform>
            <numerusform>%n Ihrer Anträge wurden entschieden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agreement(s) end(s) soon</source>
        <translation>
            <numerusform>%n Vereinbarung endet bald</numerusform>
            <numerusform>%n Vereinbarungen enden bald</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Open the mesh in the folder &lt;dir&gt;.</source>
        <translation>Das Mesh im Ordner &lt;dir&gt; öffnen.</translation>
    </message>
    <message>
        <source>Open the demo mesh.</source>
        <translation>Das Demo-Mesh öffnen.</translation>
    </message>
    <message>
        <source>Keep everything in &lt;dir&gt; instead of your own profile.</source>
        <translation>Alles in &lt;dir&gt; statt im eigenen Profil ablegen.</translation>
    </message>
    <message>
        <source>Open the page of the thing &lt;id&gt;.</source>
        <translation>Die Seite des Objekts &lt;id&gt; öffnen.</translation>
    </message>
    <message>
        <source>Use the look &lt;name&gt;: system, light, dark or contrast.</source>
        <translation>Die Darstellung &lt;name&gt; verwenden: system, light, dark oder contrast.</translation>
    </message>
    <message>
        <source>Write a picture of every pane to &lt;dir&gt;, and end.</source>
        <translation>Ein Bild jedes Bereichs nach &lt;dir&gt; schreiben und beenden.</translation>
    </message>
    <message>
        <source>Desktop portal to a data mesh.</source>
        <translation>Desktop-Portal zu einem Data Mesh.</translation>
    </message>
    <message>
        <source>A portolan: link to open.</source>
        <translation>Ein zu öffnender portolan:-Link.</translation>
    </message>
    <message>
        <source>Unknown argument: %1</source>
        <translation>Unbekanntes Argument: %1</translation>
    </message>
    <message>
        <source>Unknown look: %1</source>
        <translation>Unbekanntes Aussehen: %1</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiterer</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>something unknown</source>
        <translation>etwas Unbekanntem</translation>
    </message>
    <message>
        <source>Request access to %1</source>
        <translation>Zugang zu %1 beantragen</translation>
    </message>
    <message>
        <source>Request access to %1 for %2</source>
        <translation>Zugang zu %1 für %2 beantragen</translation>
    </message>
    <message>
        <source>a port of the request %1</source>
        <translation>Port des Antrags %1</translation>
    </message>
    <message>
        <source>Say something about %1</source>
        <translation>Etwas zu %1 sagen</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemand</translation>
    </message>
    <message>
        <source>Approve %1 for %2</source>
        <translation>%1 für %2 genehmigen</translation>
    </message>
    <message>
        <source>Reject %1 for %2</source>
        <translation>%1 für %2 ablehnen</translation>
    </message>
    <message>
        <source>Ask %2 about %1</source>
        <translation>Bei %2 zu %1 nachfragen</translation>
    </message>
    <message>
        <source>Answer about %1 for %2</source>
        <translation>Zu %1 für %2 antworten</translation>
    </message>
    <message>
        <source>Withdraw the request for %1 for %2</source>
        <translation>Antrag auf %1 für %2 zurückziehen</translation>
    </message>
    <message>
        <source>Suspend the access to %1 for %2</source>
        <translation>Zugang zu %1 für %2 aussetzen</translation>
    </message>
    <message>
        <source>Resume the access to %1 for %2</source>
        <translation>Zugang zu %1 für %2 fortsetzen</translation>
    </message>
    <message>
        <source>End the access to %1 for %2</source>
        <translation>Zugang zu %1 für %2 beenden</translation>
    </message>
    <message>
        <source>Change the tags of %1</source>
        <translation>Schlagwörter von %1 ändern</translation>
    </message>
    <message>
        <source>Tag %1 with %2</source>
        <translation>%1 mit %2 verschlagworten</translation>
    </message>
    <message>
        <source>Take %2 off %1</source>
        <translation>%2 als Schlagwort von %1 entfernen</translation>
    </message>
    <message>
        <source>Tag %1 with %2, and take off %3</source>
        <translation>%1 mit %2 verschlagworten und %3 entfernen</translation>
    </message>
    <message>
        <source>Take the description off %1</source>
        <translation>Beschreibung von %1 entfernen</translation>
    </message>
    <message>
        <source>Change the description of %1</source>
        <translation>Beschreibung von %1 ändern</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Next attempt: %1.</source>
        <translation>Nächster Versuch: %1.</translation>
    </message>
    <message>
        <source>It is sent with the next sync. Until then it can be taken back as if it had never been.</source>
        <translation>Es wird mit dem nächsten Abgleich gesendet. Bis dahin lässt es sich zurücknehmen, als wäre es nie gewesen.</translation>
    </message>
    <message numerus="yes">
        <source>It was not done, for certain, and is tried again by itself. Attempts so far: %n.</source>
        <translation>
            <numerusform>Es ist mit Sicherheit nicht geschehen und wird von selbst erneut versucht. Bisherige Versuche: %n.</numerusform>
            <numerusform>Es ist mit Sicherheit nicht geschehen und wird von selbst erneut versucht. Bisherige Versuche: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>It waits for another one about the same, which has to be done first.</source>
        <translation>Es wartet auf einen anderen Vorgang zum selben Objekt, der zuerst erledigt sein muss.</translation>
    </message>
    <message>
        <source>It is not sent before something becomes of “%1”, which comes first: %2.</source>
        <translation>Es wird erst gesendet, wenn geklärt ist, was davor kommt: „%1“ (%2).</translation>
    </message>
    <message>
        <source>It is sent after “%1”, which comes first.</source>
        <translation>Es wird nach „%1“ gesendet, das zuerst kommt.</translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%n zu entscheiden</numerusform>
            <numerusform>%n zu entscheiden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>Wiederhergestellt</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>Zurückgekommen</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Konflikt</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Waits to be sent</source>
        <translation>Wartet auf das Senden</translation>
    </message>
    <message>
        <source>Waits its turn</source>
        <translation>Noch nicht an der Reihe</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>Ungewiss</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>It was saved from a damaged file and may have been altered or sent before. Look at it: when you send it, the platform is asked first whether it has it.</source>
        <translation>Es wurde aus einer beschädigten Datei gerettet und ist vielleicht verändert oder schon gesendet worden. Sehen Sie es sich an: wenn Sie es senden, wird die Plattform zuerst gefragt, ob sie es hat.</translation>
    </message>
    <message>
        <source>It was not sent, and is a draft again.</source>
        <translation>Es wurde nicht gesendet und ist wieder ein Entwurf.</translation>
    </message>
    <message>
        <source>Somebody else changed it meanwhile. Compare both: keep yours, which goes over theirs, or take theirs.</source>
        <translation>Jemand anders hat es inzwischen geändert. Vergleichen Sie beide Fassungen: behalten Sie die eigene, die dann die andere ersetzt, oder übernehmen Sie die andere.</translation>
    </message>
    <message>
        <source>The platform refused it, but an attempt before may have arrived: what you try again is looked up first.</source>
        <translation>Die Plattform hat es abgewiesen, aber ein früherer Versuch ist vielleicht angekommen: vor einem erneuten Versuch wird nachgesehen.</translation>
    </message>
    <message>
        <source>The platform refused it; nothing was changed there. What waits behind it is not sent before you decide.</source>
        <translation>Die Plattform hat es abgewiesen; dort wurde nichts geändert. Was dahinter wartet, wird nicht gesendet, bevor Sie entscheiden.</translation>
    </message>
    <message>
        <source>A draft on this machine: nobody else sees it before it is sent.</source>
        <translation>Ein Entwurf auf diesem Rechner: niemand sonst sieht ihn, bevor er gesendet wird.</translation>
    </message>
    <message>
        <source>It is with the platform, which has not answered yet.</source>
        <translation>Es ist bei der Plattform, die noch nicht geantwortet hat.</translation>
    </message>
    <message>
        <source>It was sent, and no answer came. The platform is asked whether it has it before it is sent again: nothing happens twice.</source>
        <translation>Es wurde gesendet, und es kam keine Antwort. Bevor es noch einmal gesendet wird, wird die Plattform gefragt, ob sie es hat: nichts geschieht doppelt.</translation>
    </message>
    <message>
        <source>The platform has it.</source>
        <translation>Die Plattform hat es.</translation>
    </message>
    <message>
        <source>%1 is signed out. What waits for it is sent, in order, once you have signed in.</source>
        <translation>%1 ist abgemeldet. Was dafür wartet, wird der Reihe nach gesendet, sobald Sie sich angemeldet haben.</translation>
    </message>
    <message>
        <source>%1 is out of reach. What waits for it is kept, and sent in order: %2</source>
        <translation>%1 ist nicht erreichbar. Was dafür wartet, wird aufbewahrt und der Reihe nach gesendet. Grund: %2</translation>
    </message>
    <message>
        <source>an account that was removed (%1)</source>
        <translation>ein entferntes Konto (%1)</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>Anfrage-ID</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Done here</source>
        <translation>Hier ausgeführt</translation>
    </message>
    <message>
        <source>Last attempt</source>
        <translation>Letzter Versuch</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>approve</source>
        <translation>genehmigen</translation>
    </message>
    <message>
        <source>reject</source>
        <translation>ablehnen</translation>
    </message>
    <message>
        <source>ask for information</source>
        <translation>nachfragen</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>antworten</translation>
    </message>
    <message>
        <source>withdraw</source>
        <translation>zurückziehen</translation>
    </message>
    <message>
        <source>suspend</source>
        <translation>aussetzen</translation>
    </message>
    <message>
        <source>resume</source>
        <translation>fortsetzen</translation>
    </message>
    <message>
        <source>end</source>
        <translation>beenden</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Im Wortlaut</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Tags to put on</source>
        <translation>Hinzuzufügende Schlagwörter</translation>
    </message>
    <message>
        <source>Tags to take off</source>
        <translation>Zu entfernende Schlagwörter</translation>
    </message>
    <message>
        <source>%1, as %2</source>
        <translation>%1, als %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Exception</source>
        <translation>Ausnahme</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Beantragt von</translation>
    </message>
    <message>
        <source>Asked at</source>
        <translation>Beantragt am</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Am</translation>
    </message>
    <message>
        <source>Change the owners of %1</source>
        <translation>Verantwortliche von %1 ändern</translation>
    </message>
    <message>
        <source>Take the owners off %1</source>
        <translation>Verantwortliche von %1 entfernen</translation>
    </message>
    <message>
        <source>Make %2 answer for %1</source>
        <translation>%2 für %1 verantwortlich machen</translation>
    </message>
    <message>
        <source>Owners</source>
        <translation>Verantwortliche</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Take the description off the field %1 of %2</source>
        <translation>Beschreibung des Felds %1 von %2 entfernen</translation>
    </message>
    <message>
        <source>Change the description of the field %1 of %2</source>
        <translation>Beschreibung des Felds %1 von %2 ändern</translation>
    </message>
    <message>
        <source>An account was removed for which something waits. It cannot be sent any more: give it up, or do it again in another account.</source>
        <translation>Ein Konto wurde entfernt, für das noch etwas wartet. Es kann nicht mehr gesendet werden: Geben Sie es auf, oder tun Sie es in einem anderen Konto noch einmal.</translation>
    </message>
    <message>
        <source>%1 is out of reach, and was synced last at %2. What waits for it is kept, and sent in order: %3</source>
        <translation>%1 ist nicht erreichbar und wurde zuletzt %2 abgeglichen. Was dafür wartet, bleibt erhalten und wird der Reihe nach gesendet: %3</translation>
    </message>
</context>
<context>
    <name>PaletteModel</name>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>other name</source>
        <translation>anderer Name</translation>
    </message>
    <message>
        <source>description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>identifier</source>
        <translation>Bezeichner</translation>
    </message>
    <message>
        <source>classification</source>
        <translation>Klassifizierung</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Typ</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>Quality</name>
    <message>
        <source>%1 left</source>
        <translation>%1 übrig</translation>
    </message>
    <message>
        <source>must not be between %1 and %2</source>
        <translation>darf nicht zwischen %1 und %2 liegen</translation>
    </message>
    <message>
        <source>must be between %1 and %2</source>
        <translation>muss zwischen %1 und %2 liegen</translation>
    </message>
    <message>
        <source>must be greater than %1</source>
        <translation>muss größer als %1 sein</translation>
    </message>
    <message>
        <source>must be at least %1</source>
        <translation>muss mindestens %1 sein</translation>
    </message>
    <message>
        <source>must be less than %1</source>
        <translation>muss kleiner als %1 sein</translation>
    </message>
    <message>
        <source>must be at most %1</source>
        <translation>darf höchstens %1 sein</translation>
    </message>
    <message>
        <source>must not be %1</source>
        <translation>darf nicht %1 sein</translation>
    </message>
    <message>
        <source>must be %1</source>
        <translation>muss %1 sein</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>spent</source>
        <translation>verbraucht</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>on %1, %2</source>
        <translation>am %1, %2</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n Tag</numerusform>
            <numerusform>in %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n week(s)</source>
        <translation>
            <numerusform>in %n Woche</numerusform>
            <numerusform>in %n Wochen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, or never</source>
        <translation>%1, oder nie</translation>
    </message>
    <message>
        <source>No slice was bad in the last %1.</source>
        <translation>In den letzten %1 war kein Abschnitt schlecht.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 of the last %2 slices were bad, in %n spell(s) of %3.</source>
        <translation>
            <numerusform>%1 der letzten %2 Abschnitte waren schlecht, in %n Phase von %3.</numerusform>
            <numerusform>%1 der letzten %2 Abschnitte waren schlecht, in %n Phasen von %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>page</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>The alert over %1 holds (%2): %3 is at least %4.</source>
        <translation>Der Alarm über %1 gilt (%2): %3 ist mindestens %4.</translation>
    </message>
    <message>
        <source>Over %1 nothing is known.</source>
        <translation>Über %1 ist nichts bekannt.</translation>
    </message>
    <message>
        <source>No alert over %1: it has calmed down lately.</source>
        <translation>Kein Alarm über %1: Es hat sich zuletzt beruhigt.</translation>
    </message>
    <message>
        <source>No alert over %1: %2 is below %3.</source>
        <translation>Kein Alarm über %1: %2 ist unter %3.</translation>
    </message>
    <message>
        <source>no evidence</source>
        <translation>keine Nachweise</translation>
    </message>
    <message>
        <source>nothing known of late</source>
        <translation>zuletzt nichts bekannt</translation>
    </message>
    <message>
        <source>no forecast for counts</source>
        <translation>keine Vorhersage für Zählungen</translation>
    </message>
    <message>
        <source>not in sight</source>
        <translation>nicht absehbar</translation>
    </message>
    <message>
        <source>%1 (between %2 and %3)</source>
        <translation>%1 (zwischen %2 und %3)</translation>
    </message>
    <message>
        <source>%1 (not before %2)</source>
        <translation>%1 (nicht vor %2)</translation>
    </message>
    <message>
        <source>Unknown: %1</source>
        <translation>Unbekannt: %1</translation>
    </message>
    <message>
        <source>the SLI is %1 and the target %2.</source>
        <translation>Der SLI ist %1, das Ziel %2.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>the budget is not gone within the window at the pace of the last %1.</source>
        <translation>Im Tempo der letzten %1 ist das Budget innerhalb des Fensters nicht verbraucht.</translation>
    </message>
    <message>
        <source>at the pace of the last %1 the budget is gone on %2.</source>
        <translation>Im Tempo der letzten %1 ist das Budget am %2 verbraucht.</translation>
    </message>
    <message>
        <source>the end of the budget is not in sight.</source>
        <translation>Das Ende des Budgets ist nicht absehbar.</translation>
    </message>
    <message>
        <source>at the pace of the last %1 the budget lasts until %2.</source>
        <translation>Im Tempo der letzten %1 reicht das Budget bis %2.</translation>
    </message>
    <message>
        <source>more than half of the window is unknown.</source>
        <translation>Mehr als die Hälfte des Fensters ist unbekannt.</translation>
    </message>
    <message>
        <source>there is no evidence in the window.</source>
        <translation>Im Fenster gibt es keine Nachweise.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) depend on it.</source>
        <translation>
            <numerusform>%n Ding hängt davon ab.</numerusform>
            <numerusform>%n Dinge hängen davon ab.</numerusform>
        </translation>
    </message>
    <message>
        <source>Some of it is unknown.</source>
        <translation>Ein Teil ist unbekannt.</translation>
    </message>
    <message>
        <source>%1 of the window are unknown: neither good nor bad.</source>
        <translation>%1 des Fensters sind unbekannt: weder gut noch schlecht.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 fails since %3 and puts %n thing(s) at risk.</source>
        <translation>
            <numerusform>%1 von %2 ist seit %3 gestört und gefährdet %n Ding.</numerusform>
            <numerusform>%1 von %2 ist seit %3 gestört und gefährdet %n Dinge.</numerusform>
        </translation>
    </message>
    <message>
        <source>find out why nothing is known of %1.</source>
        <translation>Herausfinden, warum über %1 nichts bekannt ist.</translation>
    </message>
    <message>
        <source>nothing hurts. All service levels are met.</source>
        <translation>Nichts drängt. Alle Service-Level sind erfüllt.</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Verfehlt</translation>
    </message>
    <message>
        <source>Burning</source>
        <translation>Brennt</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>Erfüllt</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Warned</source>
        <translation>Gewarnt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Completeness</source>
        <translation>Vollständigkeit</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Freshness</source>
        <translation>Aktualität</translation>
    </message>
    <message>
        <source>Validity</source>
        <translation>Gültigkeit</translation>
    </message>
    <message>
        <source>Uniqueness</source>
        <translation>Eindeutigkeit</translation>
    </message>
    <message>
        <source>Consistency</source>
        <translation>Konsistenz</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>vollst.</translation>
    </message>
    <message>
        <source>accurate</source>
        <translation>genau</translation>
    </message>
    <message>
        <source>fresh</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>gültig</translation>
    </message>
    <message>
        <source>unique</source>
        <translation>eindeutig</translation>
    </message>
    <message>
        <source>consistent</source>
        <translation>konsist.</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>other</source>
        <translation>sonst.</translation>
    </message>
    <message>
        <source>No domain</source>
        <translation>Ohne Domäne</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n Woche</numerusform>
            <numerusform>%n Wochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n Monat</numerusform>
            <numerusform>%n Monate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quarter(s)</source>
        <translation>
            <numerusform>%n Quartal</numerusform>
            <numerusform>%n Quartale</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n Jahr</numerusform>
            <numerusform>%n Jahre</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>vor %n Minute</numerusform>
            <numerusform>vor %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>vor %n Stunde</numerusform>
            <numerusform>vor %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 missed</source>
        <translation>%1 verfehlt</translation>
    </message>
    <message>
        <source>%1 burning</source>
        <translation>%1 brennen</translation>
    </message>
    <message>
        <source>%1 unknown</source>
        <translation>%1 unbekannt</translation>
    </message>
    <message>
        <source>%1 met</source>
        <translation>%1 erfüllt</translation>
    </message>
    <message>
        <source>completeness</source>
        <translation>Vollständigkeit</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>freshness</source>
        <translation>Aktualität</translation>
    </message>
    <message>
        <source>validity</source>
        <translation>Gültigkeit</translation>
    </message>
    <message>
        <source>uniqueness</source>
        <translation>Eindeutigkeit</translation>
    </message>
    <message>
        <source>consistency</source>
        <translation>Konsistenz</translation>
    </message>
    <message>
        <source>other checks</source>
        <translation>andere Prüfungen</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Verfügbarkeit</translation>
    </message>
    <message>
        <source>availability</source>
        <translation>Verfügbarkeit</translation>
    </message>
    <message>
        <source>budget spent</source>
        <translation>Budget verbraucht</translation>
    </message>
    <message>
        <source>%1 of %2 loses its budget %3.</source>
        <translation>%1 von %2 verliert das Budget %3.</translation>
    </message>
    <message>
        <source>%1 of %2 misses its target.</source>
        <translation>%1 von %2 verfehlt das Ziel.</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>The server does not take this token. Look whether it was copied whole, and whether it is still valid there.</source>
        <translation>Der Server nimmt dieses Token nicht an. Prüfen Sie, ob es vollständig kopiert wurde und ob es dort noch gilt.</translation>
    </message>
    <message>
        <source>The server does not take this user with this password.</source>
        <translation>Der Server nimmt diesen Benutzer mit diesem Passwort nicht an.</translation>
    </message>
    <message>
        <source>The server wants to know who asks. Choose how to sign in.</source>
        <translation>Der Server will wissen, wer fragt. Wählen Sie, wie Sie sich anmelden.</translation>
    </message>
</context>
<context>
    <name>SafeText</name>
    <message>
        <source>Hidden characters: %1</source>
        <translation>Verborgene Zeichen: %1</translation>
    </message>
    <message>
        <source>Open a link</source>
        <translation>Link öffnen</translation>
    </message>
    <message>
        <source>This link is not opened from here.</source>
        <translation>Dieser Link wird von hier aus nicht geöffnet.</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>The connection to %1 is not encrypted. Open it all the same?</source>
        <translation>Die Verbindung zu %1 ist nicht verschlüsselt. Trotzdem öffnen?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>SideColumn</name>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Klassifizierung</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>Limitations</source>
        <translation>Einschränkungen</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Nutzung</translation>
    </message>
</context>
<context>
    <name>Sla</name>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>The data arrives at most %1 late.</source>
        <translation>Die Daten treffen höchstens %1 verspätet ein.</translation>
    </message>
    <message>
        <source>Freshness</source>
        <translation>Aktualität</translation>
    </message>
    <message>
        <source>The newest data is at most %1 old.</source>
        <translation>Die neuesten Daten sind höchstens %1 alt.</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Verfügbarkeit</translation>
    </message>
    <message>
        <source>The data can be read; promised: %1.</source>
        <translation>Die Daten sind lesbar; zugesagt: %1.</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>How much can be read in a time; promised: %1.</source>
        <translation>Wie viel in einer Zeitspanne gelesen werden kann; zugesagt: %1.</translation>
    </message>
    <message>
        <source>Error rate</source>
        <translation>Fehlerrate</translation>
    </message>
    <message>
        <source>At most %1 of the answers are errors.</source>
        <translation>Höchstens %1 der Antworten sind Fehler.</translation>
    </message>
    <message>
        <source>In general use</source>
        <translation>Allgemein in Gebrauch</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>In general use since %1.</source>
        <translation>Allgemein in Gebrauch seit %1.</translation>
    </message>
    <message>
        <source>End of support</source>
        <translation>Supportende</translation>
    </message>
    <message>
        <source>Supported until %1.</source>
        <translation>Unterstützt bis %1.</translation>
    </message>
    <message>
        <source>End of life</source>
        <translation>Ende der Lebensdauer</translation>
    </message>
    <message>
        <source>Can be used until %1.</source>
        <translation>Nutzbar bis %1.</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <source>The data is kept for %1.</source>
        <translation>Die Daten werden %1 aufbewahrt.</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>Häufigkeit</translation>
    </message>
    <message>
        <source>every %1</source>
        <translation>alle %1</translation>
    </message>
    <message>
        <source>New data arrives every %1.</source>
        <translation>Neue Daten treffen im Abstand von %1 ein.</translation>
    </message>
    <message>
        <source>Time to detect</source>
        <translation>Zeit bis zur Erkennung</translation>
    </message>
    <message>
        <source>within %1</source>
        <translation>innerhalb von %1</translation>
    </message>
    <message>
        <source>A problem is noticed within %1.</source>
        <translation>Ein Problem wird innerhalb von %1 bemerkt.</translation>
    </message>
    <message>
        <source>Time to notify</source>
        <translation>Benachrichtigungsfrist</translation>
    </message>
    <message>
        <source>Consumers hear of a problem within %1.</source>
        <translation>Konsumenten erfahren innerhalb von %1 von einem Problem.</translation>
    </message>
    <message>
        <source>Time to repair</source>
        <translation>Zeit bis zur Behebung</translation>
    </message>
    <message>
        <source>A problem is repaired within %1.</source>
        <translation>Ein Problem wird innerhalb von %1 behoben.</translation>
    </message>
    <message>
        <source>second</source>
        <translation>Sekunde</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>minute</source>
        <translation>Minute</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>Wochen</translation>
    </message>
    <message>
        <source>month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>months</source>
        <translation>Monate</translation>
    </message>
    <message>
        <source>year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>years</source>
        <translation>Jahre</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Promised: %1.</source>
        <translation>Zugesagt: %1.</translation>
    </message>
    <message>
        <source>%1 per %2</source>
        <translation>%1 pro %2</translation>
    </message>
</context>
<context>
    <name>SloCharts</name>
    <message>
        <source>%1 unknown</source>
        <translation>%1 unbekannt</translation>
    </message>
    <message>
        <source>SLI</source>
        <translation>SLI</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Target %1</source>
        <translation>Ziel %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 übrig</translation>
    </message>
    <message>
        <source>even pace</source>
        <translation>gleichmäßig</translation>
    </message>
    <message>
        <source>Budget left</source>
        <translation>Budget übrig</translation>
    </message>
    <message>
        <source>page, %1</source>
        <translation>Alarm, %1</translation>
    </message>
    <message>
        <source>ticket, %1</source>
        <translation>Ticket, %1</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>schlecht</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>outage of %1</source>
        <translation>Ausfall von %1</translation>
    </message>
    <message>
        <source>outages of %1 and %2</source>
        <translation>Ausfälle von %1 und %2</translation>
    </message>
    <message numerus="yes">
        <source>%n outage(s), %1 in all</source>
        <translation>
            <numerusform>%n Ausfall, zusammen %1</numerusform>
            <numerusform>%n Ausfälle, zusammen %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Snippet</name>
    <message>
        <source>partitioned by this column</source>
        <translation>nach dieser Spalte partitioniert</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Klassifizierung</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>JDBC URL</source>
        <translation>JDBC-URL</translation>
    </message>
    <message>
        <source>Stream client</source>
        <translation>Stream-Client</translation>
    </message>
    <message>
        <source>URN</source>
        <translation>URN</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
</context>
<context>
    <name>StuckEdits</name>
    <message>
        <source>Somebody else changed what you edited meanwhile: yours is not sent before you decide.</source>
        <translation>Jemand anderes hat inzwischen geändert, was Sie bearbeitet haben: Ihre Änderung wird erst gesendet, wenn Sie entscheiden.</translation>
    </message>
    <message>
        <source>What you edited was refused. The outbox says why.</source>
        <translation>Was Sie bearbeitet haben, wurde abgelehnt. Der Postausgang sagt, warum.</translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::app::Application</name>
    <message>
        <source>Another process reads the accounts of this profile.</source>
        <translation>Ein anderer Prozess liest die Konten dieses Profils.</translation>
    </message>
    <message>
        <source>Reading the accounts</source>
        <translation>Konten werden gelesen</translation>
    </message>
    <message>
        <source>Opening the demo mesh</source>
        <translation>Demo-Mesh wird geöffnet</translation>
    </message>
    <message>
        <source>Opening the folder %1</source>
        <translation>Öffnen des Ordners %1</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>Öffnen von %1</translation>
    </message>
    <message>
        <source>Collecting for a request</source>
        <translation>Sammeln für einen Antrag</translation>
    </message>
</context>
<context>
    <name>portolan::app::DesktopNotifier</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>portolan::app::MeshFeed</name>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n Konto</numerusform>
            <numerusform>%n Konten</numerusform>
        </translation>
    </message>
    <message>
        <source>Local files, watched</source>
        <translation>Lokale Dateien, überwacht</translation>
    </message>
    <message>
        <source>Not watched</source>
        <translation>Nicht überwacht</translation>
    </message>
    <message>
        <source>What you save in these folders shows here within a second.</source>
        <translation>In diesen Ordnern Gespeichertes erscheint hier innerhalb einer Sekunde.</translation>
    </message>
</context>
<context>
    <name>portolan::app::Tour</name>
    <message>
        <source>%1 did not come to rest</source>
        <translation>%1 kam nicht zur Ruhe</translation>
    </message>
    <message>
        <source>the import</source>
        <translation>der Import</translation>
    </message>
    <message>
        <source>there is no product to show</source>
        <translation>es gibt kein Produkt zum Anzeigen</translation>
    </message>
    <message>
        <source>%1 could not be written</source>
        <translation>%1 konnte nicht geschrieben werden</translation>
    </message>
</context>
<context>
    <name>portolan::app::WindowPanes</name>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Postausgang</translation>
    </message>
    <message>
        <source>Joined things</source>
        <translation>Verbundene Dinge</translation>
    </message>
</context>
<context>
    <name>portolan::items::AccessCaseModel</name>
    <message>
        <source>No port</source>
        <translation>Kein Port</translation>
    </message>
    <message numerus="yes">
        <source>%n port(s)</source>
        <translation>
            <numerusform>%n Port</numerusform>
            <numerusform>%n Ports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiterer</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>portolan::items::AccountModel</name>
    <message>
        <source>Not synced yet</source>
        <translation>Noch nicht abgeglichen</translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation>Abgleich läuft</translation>
    </message>
    <message>
        <source>Syncing %1 %</source>
        <translation>Abgleich läuft: %1 %</translation>
    </message>
    <message>
        <source>Synced</source>
        <translation>Abgeglichen</translation>
    </message>
    <message numerus="yes">
        <source>Synced, %n problem(s)</source>
        <translation>
            <numerusform>Abgeglichen, %n Problem</numerusform>
            <numerusform>Abgeglichen, %n Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>Partly synced</source>
        <translation>Teilweise abgeglichen</translation>
    </message>
    <message>
        <source>Sync failed</source>
        <translation>Abgleich fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>portolan::items::AgreementModel</name>
    <message>
        <source>Renewal asked</source>
        <translation>Verlängerung beantragt</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>Verlängern</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Erneut fragen</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>ohne Ende</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Consumer</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>That is</source>
        <translation>Das ist</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>ended %1</source>
        <translation>endete am %1</translation>
    </message>
</context>
<context>
    <name>portolan::items::CatalogModel</name>
    <message>
        <source>Loading …</source>
        <translation>Wird geladen …</translation>
    </message>
</context>
<context>
    <name>portolan::items::CheckListModel</name>
    <message>
        <source>Never run</source>
        <translation>Nie gelaufen</translation>
    </message>
    <message>
        <source>Owner: nobody</source>
        <translation>Verantwortlich: niemand</translation>
    </message>
    <message>
        <source>Owner: %1</source>
        <translation>Verantwortlich: %1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation>Dimension</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Letzter Lauf</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>Beobachtet</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
</context>
<context>
    <name>portolan::items::CheckRunModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>Beobachtet</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Failed rows</source>
        <translation>Fehlerhafte Zeilen</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
</context>
<context>
    <name>portolan::items::CompareModel</name>
    <message>
        <source>Service levels</source>
        <translation>Service-Level</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Sensibilität</translation>
    </message>
    <message>
        <source>Output ports</source>
        <translation>Ausgabeports</translation>
    </message>
    <message>
        <source>Port types</source>
        <translation>Port-Typen</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Verwendet von</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Seen by</source>
        <translation>Gesehen von</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>Limitations</source>
        <translation>Einschränkungen</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
</context>
<context>
    <name>portolan::items::ConsumerModel</name>
    <message>
        <source>Waits for an answer</source>
        <translation>Wartet auf Antwort</translation>
    </message>
    <message>
        <source>You decide</source>
        <translation>Sie entscheiden</translation>
    </message>
    <message>
        <source>Waits for %1</source>
        <translation>Wartet auf %1</translation>
    </message>
    <message>
        <source>Renewal asked</source>
        <translation>Verlängerung beantragt</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>ohne Ende</translation>
    </message>
    <message>
        <source>Consumer</source>
        <translation>Konsument</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>That is</source>
        <translation>Das heißt</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Als Nächstes</translation>
    </message>
</context>
<context>
    <name>portolan::items::ContractModel</name>
    <message>
        <source>Clause</source>
        <translation>Klausel</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Zugesagt</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Verdict now</source>
        <translation>Urteil jetzt</translation>
    </message>
</context>
<context>
    <name>portolan::items::CoverageModel</name>
    <message>
        <source>all checked</source>
        <translation>alle geprüft</translation>
    </message>
    <message numerus="yes">
        <source>%n without</source>
        <translation>
            <numerusform>%n ohne</numerusform>
            <numerusform>%n ohne</numerusform>
        </translation>
    </message>
    <message>
        <source>The whole asset</source>
        <translation>Das ganze Asset</translation>
    </message>
    <message>
        <source>No check</source>
        <translation>Keine Prüfung</translation>
    </message>
    <message>
        <source>Never ran</source>
        <translation>Nie gelaufen</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s)</source>
        <translation>
            <numerusform>%n Prüfung</numerusform>
            <numerusform>%n Prüfungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Asset and field</source>
        <translation>Asset und Feld</translation>
    </message>
    <message>
        <source>Why it matters</source>
        <translation>Warum es zählt</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
</context>
<context>
    <name>portolan::items::CoverageRow</name>
    <message>
        <source>primary key</source>
        <translation>Primärschlüssel</translation>
    </message>
    <message>
        <source>critical data element</source>
        <translation>kritisches Datenelement</translation>
    </message>
</context>
<context>
    <name>portolan::items::FacetModel</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiteres</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, excluded</source>
        <translation>%1, %2, ausgeschlossen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>portolan::items::FieldChoiceModel</name>
    <message numerus="yes">
        <source>%1 of %n field(s)</source>
        <translation>
            <numerusform>%1 von %n Feld</numerusform>
            <numerusform>%1 von %n Feldern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 of %n field(s)</source>
        <translation>
            <numerusform>%1, %2 von %n Feld</numerusform>
            <numerusform>%1, %2 von %n Feldern</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Klassifizierung</translation>
    </message>
</context>
<context>
    <name>portolan::items::FigureTable</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
</context>
<context>
    <name>portolan::items::FilterCompletion</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>portolan::items::FindingModel</name>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
</context>
<context>
    <name>portolan::items::GovernanceModel</name>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>What is found</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>the product</source>
        <translation>das Produkt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, decision %2</source>
        <translation>%1, Entscheidung %2</translation>
    </message>
</context>
<context>
    <name>portolan::items::HeatModel</name>
    <message>
        <source>%1: %2 good</source>
        <translation>%1: %2 gut</translation>
    </message>
    <message>
        <source>%1: unknown</source>
        <translation>%1: unbekannt</translation>
    </message>
    <message>
        <source>%1: there is no check</source>
        <translation>%1: es gibt keine Prüfung</translation>
    </message>
    <message>
        <source>%1: unknown, no run tells</source>
        <translation>%1: unbekannt, kein Lauf sagt etwas</translation>
    </message>
    <message>
        <source>%1: %2 good, %3 of %4 runs</source>
        <translation>%1: %2 gut, %3 von %4 Läufen</translation>
    </message>
</context>
<context>
    <name>portolan::items::IncidentHitModel</name>
    <message>
        <source>Failing</source>
        <translation>Schlägt fehl</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Verfehlt</translation>
    </message>
    <message>
        <source>Burning</source>
        <translation>Brennt</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>Erfüllt</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message numerus="yes">
        <source>%n more below</source>
        <translation>
            <numerusform>%n weiteres nachgelagert</numerusform>
            <numerusform>%n weitere nachgelagert</numerusform>
        </translation>
    </message>
    <message>
        <source>not behind yet</source>
        <translation>noch nicht im Rückstand</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Service level</source>
        <translation>Service-Level</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
</context>
<context>
    <name>portolan::items::IncidentModel</name>
    <message numerus="yes">
        <source>%n incident(s)</source>
        <translation>
            <numerusform>%n Vorfall</numerusform>
            <numerusform>%n Vorfälle</numerusform>
        </translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Resolved in this period</source>
        <translation>In diesem Zeitraum erledigt</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>Without an asset</source>
        <translation>Ohne Asset</translation>
    </message>
    <message>
        <source>%1, failing since %2</source>
        <translation>%1, schlägt fehl seit %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n incident(s)</source>
        <translation>
            <numerusform>%1, %n Vorfall</numerusform>
            <numerusform>%1, %n Vorfälle</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4, assigned to %5, open for %6</source>
        <translation>%1, %2, %3, %4, zugewiesen an %5, offen seit %6</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>portolan::items::IncidentTableModel</name>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Vorfall</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Zugewiesen an</translation>
    </message>
    <message>
        <source>Open for</source>
        <translation>Offen seit</translation>
    </message>
</context>
<context>
    <name>portolan::items::JoinActs</name>
    <message>
        <source>%1 is kept apart from %2</source>
        <translation>%1 wird von %2 getrennt gehalten</translation>
    </message>
    <message>
        <source>%1 and %2 are one</source>
        <translation>%1 und %2 sind ein Ding</translation>
    </message>
    <message>
        <source>%1 and %2 are two</source>
        <translation>%1 und %2 sind zwei Dinge</translation>
    </message>
    <message>
        <source>The decision about %1 is forgotten</source>
        <translation>Die Entscheidung über %1 ist vergessen</translation>
    </message>
    <message>
        <source>Not done: %1</source>
        <translation>Nicht geschehen: %1</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>Zurückgenommen: %1</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>Wieder getan: %1</translation>
    </message>
</context>
<context>
    <name>portolan::items::JoinModel</name>
    <message>
        <source>Joined by %1.</source>
        <translation>Verbunden von %1.</translation>
    </message>
    <message>
        <source>Kept apart by %1.</source>
        <translation>Getrennt gehalten von %1.</translation>
    </message>
    <message>
        <source>May be one</source>
        <translation>Vielleicht eins</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Decided by people</source>
        <translation>Von Personen entschieden</translation>
    </message>
    <message>
        <source>%1   %2</source>
        <translation>%1   %2</translation>
    </message>
    <message>
        <source>%1: %2 and %3. %4</source>
        <translation>%1: %2 und %3. %4</translation>
    </message>
    <message>
        <source>Thing</source>
        <translation>Ding</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Other name</source>
        <translation>Anderer Name</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>portolan::items::Joins</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>a person</source>
        <translation>einer Person</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Joined by %1.</source>
        <translation>Verbunden von %1.</translation>
    </message>
    <message>
        <source>Kept apart by %1.</source>
        <translation>Getrennt gehalten von %1.</translation>
    </message>
    <message>
        <source>Removed account</source>
        <translation>Entferntes Konto</translation>
    </message>
</context>
<context>
    <name>portolan::items::LineageImpactModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Über</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::items::LineageTreeModel</name>
    <message>
        <source>%1   %2</source>
        <translation>%1   %2</translation>
    </message>
    <message>
        <source>Made from %1</source>
        <translation>Entsteht aus %1</translation>
    </message>
    <message>
        <source>Read by %1</source>
        <translation>Gelesen von %1</translation>
    </message>
    <message>
        <source>%1 (a cycle: shown above)</source>
        <translation>%1 (ein Kreis: steht weiter oben)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Columns %1</source>
        <translation>Spalten %1</translation>
    </message>
</context>
<context>
    <name>portolan::items::OutboxModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%n zu entscheiden</numerusform>
            <numerusform>%n zu entscheiden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n waiting behind</source>
        <translation>
            <numerusform>%1, %n wartet dahinter</numerusform>
            <numerusform>%1, %n warten dahinter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting, in the order of sending</source>
        <translation>
            <numerusform>%n wartet, in der Reihenfolge des Sendens</numerusform>
            <numerusform>%n warten, in der Reihenfolge des Sendens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Drafts: %n</source>
        <translation>
            <numerusform>Entwürfe: %n</numerusform>
            <numerusform>Entwürfe: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sent today</source>
        <translation>
            <numerusform>%n heute gesendet</numerusform>
            <numerusform>%n heute gesendet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::items::PaletteModel</name>
    <message numerus="yes">
        <source>%n thing(s)</source>
        <translation>
            <numerusform>%n Objekt</numerusform>
            <numerusform>%n Objekte</numerusform>
        </translation>
    </message>
    <message>
        <source># tag</source>
        <translation># Schlagwort</translation>
    </message>
    <message>
        <source>/ domain</source>
        <translation>/ Domäne</translation>
    </message>
    <message>
        <source>command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>command, by its words</source>
        <translation>Befehl, nach seinen Wörtern</translation>
    </message>
    <message>
        <source>name, with a spelling mended</source>
        <translation>Name, mit korrigierter Schreibweise</translation>
    </message>
    <message>
        <source>Products and assets</source>
        <translation>Produkte und Assets</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>People and teams</source>
        <translation>Personen und Teams</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Domänen</translation>
    </message>
</context>
<context>
    <name>portolan::items::PlatformHitModel</name>
    <message>
        <source>It is outside of the domains that “%1” keeps.</source>
        <translation>Es liegt außerhalb der Domänen, die „%1“ vorhält.</translation>
    </message>
    <message>
        <source>“%1” has not been synced yet.</source>
        <translation>„%1“ ist noch nicht abgeglichen.</translation>
    </message>
    <message>
        <source>It came after the last sync of “%1”, or is of a sort that is not kept.</source>
        <translation>Es kam nach dem letzten Abgleich von „%1“ oder ist von einer Art, die nicht vorgehalten wird.</translation>
    </message>
    <message>
        <source>Enter opens the account.</source>
        <translation>Eingabe öffnet das Konto.</translation>
    </message>
    <message>
        <source>Your account there lacks the right. Whoever runs it can give it to you.</source>
        <translation>Ihrem Konto fehlt dort das Recht. Wer die Plattform betreibt, kann es Ihnen geben.</translation>
    </message>
    <message>
        <source>Enter asks again.</source>
        <translation>Eingabe fragt erneut.</translation>
    </message>
    <message>
        <source>Offline: it cannot be reached</source>
        <translation>Offline: nicht erreichbar</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Erneut anmelden</translation>
    </message>
    <message>
        <source>The keyring did not give its secret</source>
        <translation>Der Schlüsselbund gab das Geheimnis nicht heraus</translation>
    </message>
    <message>
        <source>You may not search there</source>
        <translation>Sie dürfen dort nicht suchen</translation>
    </message>
    <message>
        <source>It asks to come back later</source>
        <translation>Bittet, es später erneut zu versuchen</translation>
    </message>
    <message>
        <source>It does not answer now</source>
        <translation>Antwortet zurzeit nicht</translation>
    </message>
    <message>
        <source>It did not prove who it is</source>
        <translation>Hat sich nicht ausgewiesen</translation>
    </message>
    <message>
        <source>The network wants you to sign in first</source>
        <translation>Das Netzwerk verlangt zuerst eine Anmeldung</translation>
    </message>
    <message>
        <source>It has no search at this address</source>
        <translation>Hat unter dieser Adresse keine Suche</translation>
    </message>
    <message>
        <source>The account is not set up for it</source>
        <translation>Das Konto ist dafür nicht eingerichtet</translation>
    </message>
    <message>
        <source>It failed: the answer was not understood</source>
        <translation>Fehlgeschlagen: die Antwort war nicht zu verstehen</translation>
    </message>
    <message>
        <source>Asking for “%1”…</source>
        <translation>„%1“ wird gesucht…</translation>
    </message>
    <message numerus="yes">
        <source>%n found for “%1”</source>
        <translation>
            <numerusform>%n für „%1“ gefunden</numerusform>
            <numerusform>%n für „%1“ gefunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still asked</source>
        <translation>
            <numerusform>%n wird noch gefragt</numerusform>
            <numerusform>%n werden noch gefragt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n did not answer</source>
        <translation>
            <numerusform>%n hat nicht geantwortet</numerusform>
            <numerusform>%n haben nicht geantwortet</numerusform>
        </translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Wird gefragt…</translation>
    </message>
    <message numerus="yes">
        <source>The first %n</source>
        <translation>
            <numerusform>Nur %n, der erste</numerusform>
            <numerusform>Die ersten %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n gefunden</numerusform>
            <numerusform>%n gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Only on the platform</source>
        <translation>Nur auf der Plattform</translation>
    </message>
    <message>
        <source>In the catalogue</source>
        <translation>Im Katalog</translation>
    </message>
    <message>
        <source>Another Portolan renews its sign-in now</source>
        <translation>Ein anderes Portolan erneuert gerade die Anmeldung</translation>
    </message>
</context>
<context>
    <name>portolan::items::PortModel</name>
    <message>
        <source>Contract</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>From product</source>
        <translation>Aus Produkt</translation>
    </message>
</context>
<context>
    <name>portolan::items::RelatedModel</name>
    <message>
        <source>Part of domain</source>
        <translation>Teil der Domäne</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>Bietet an</translation>
    </message>
    <message>
        <source>Owned by</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Member of</source>
        <translation>Mitglied von</translation>
    </message>
    <message>
        <source>Part of product</source>
        <translation>Teil des Produkts</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>Liest</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>Bedeutet</translation>
    </message>
    <message>
        <source>Governed by</source>
        <translation>Geregelt durch</translation>
    </message>
    <message>
        <source>Describes</source>
        <translation>Beschreibt</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>Sub-domains</source>
        <translation>Unterdomänen</translation>
    </message>
    <message>
        <source>In this domain</source>
        <translation>In dieser Domäne</translation>
    </message>
    <message>
        <source>Output port of</source>
        <translation>Ausgabeport von</translation>
    </message>
    <message>
        <source>Input port of</source>
        <translation>Eingangsport von</translation>
    </message>
    <message>
        <source>Management port of</source>
        <translation>Verwaltungsport von</translation>
    </message>
    <message>
        <source>Governs</source>
        <translation>Regelt</translation>
    </message>
    <message>
        <source>Offered by</source>
        <translation>Angeboten von</translation>
    </message>
    <message>
        <source>Owns</source>
        <translation>Verantwortlich für</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Consists of</source>
        <translation>Besteht aus</translation>
    </message>
    <message>
        <source>Described by</source>
        <translation>Beschrieben von</translation>
    </message>
    <message>
        <source>Read by</source>
        <translation>Gelesen von</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>Geprüft durch</translation>
    </message>
    <message>
        <source>Meaning of</source>
        <translation>Bedeutung von</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>portolan::items::SchemaModel</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Erforderlich</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Klassifizierung</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
</context>
<context>
    <name>portolan::items::ServiceLevelModel</name>
    <message>
        <source>Burn rate: 1× spends exactly the budget. The windows depend on the slices: the tool tip of a cell says which.</source>
        <translation>Verbrauchsrate: 1× verbraucht genau das Budget. Die Fenster hängen von den Abschnitten ab: Der Hinweis einer Zelle nennt sie.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Service level</source>
        <translation>Service-Level</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>SLI</source>
        <translation>SLI</translation>
    </message>
    <message>
        <source>Budget left</source>
        <translation>Budget übrig</translation>
    </message>
    <message>
        <source>short</source>
        <comment>burn rate</comment>
        <translation>kurz</translation>
    </message>
    <message>
        <source>mid</source>
        <comment>burn rate</comment>
        <translation>mittel</translation>
    </message>
    <message>
        <source>long</source>
        <comment>burn rate</comment>
        <translation>lang</translation>
    </message>
    <message>
        <source>Runs out</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>%1 over the last %2; an alert at %3×</source>
        <translation>%1 über die letzten %2; Alarm ab %3×</translation>
    </message>
    <message>
        <source>%1 left; %2 if all that is unknown was bad</source>
        <translation>%1 übrig; %2, falls alles Unbekannte schlecht war</translation>
    </message>
    <message>
        <source>Owner: %1</source>
        <translation>Verantwortlich: %1</translation>
    </message>
</context>
<context>
    <name>portolan::items::StoreAccountSource</name>
    <message>
        <source>Another Portolan process syncs this profile; its results appear here.</source>
        <translation>Ein anderer Portolan-Prozess gleicht dieses Profil ab; seine Ergebnisse erscheinen hier.</translation>
    </message>
</context>
<context>
    <name>portolan::items::VerdictModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, decision %2</source>
        <translation>%1, Entscheidung %2</translation>
    </message>
</context>
<context>
    <name>portolan::items::VersionModel</name>
    <message>
        <source>no version</source>
        <translation>keine Version</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Zuerst gesehen</translation>
    </message>
    <message>
        <source>No change that matters</source>
        <translation>Keine wesentliche Änderung</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s), breaking</source>
        <translation>
            <numerusform>%n Änderung, inkompatibel</numerusform>
            <numerusform>%n Änderungen, inkompatibel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
</context>
<context>
    <name>portolan::platforms::DataHub</name>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Products and ports</source>
        <translation>Produkte und Ports</translation>
    </message>
    <message>
        <source>DataHub knows output ports; input ports are derived from lineage.</source>
        <translation>DataHub kennt Ausgabeports; Eingangsports werden aus der Herkunft abgeleitet.</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Contracts</source>
        <translation>Verträge</translation>
    </message>
    <message>
        <source>A contract of DataHub is a set of assertions, without terms or prices.</source>
        <translation>Ein Vertrag von DataHub ist eine Menge von Assertions, ohne Bedingungen oder Preise.</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Lineage between columns</source>
        <translation>Herkunft der Spalten</translation>
    </message>
    <message>
        <source>Checks and results</source>
        <translation>Prüfungen und Ergebnisse</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Vorfälle</translation>
    </message>
    <message>
        <source>Access requests</source>
        <translation>Zugriffsanfragen</translation>
    </message>
    <message>
        <source>Roles are shown with the page where they are asked for.</source>
        <translation>Rollen werden mit der Seite gezeigt, auf der sie beantragt werden.</translation>
    </message>
    <message>
        <source>Write-back</source>
        <translation>Zurückschreiben</translation>
    </message>
    <message>
        <source>Change feed</source>
        <translation>Änderungsfeed</translation>
    </message>
    <message>
        <source>Where the server has its change log (1.1 and later) and the account may read it; else everything is read anew from time to time.</source>
        <translation>Wo der Server sein Änderungsprotokoll hat (ab 1.1) und das Konto es lesen darf; sonst wird von Zeit zu Zeit alles neu gelesen.</translation>
    </message>
    <message>
        <source>Remote search</source>
        <translation>Serversuche</translation>
    </message>
    <message>
        <source>DataHub %1, %2 datasets, signed in as %3.</source>
        <translation>DataHub %1, %2 Datasets, angemeldet als %3.</translation>
    </message>
    <message>
        <source>Products, assets, terms and domains, in all domains; people and tags are here anyway.</source>
        <translation>Produkte, Assets, Fachbegriffe und Domänen, in allen Domänen; Personen und Schlagwörter sind ohnehin hier.</translation>
    </message>
    <message>
        <source>They are read; they are worked on in DataHub.</source>
        <translation>Sie werden gelesen; bearbeitet werden sie in DataHub.</translation>
    </message>
    <message>
        <source>Descriptions of things and of columns of datasets, tags that DataHub has, and owners that it knows.</source>
        <translation>Beschreibungen von Dingen und von Spalten der Datensätze, Schlagwörter, die DataHub hat, und Verantwortliche, die es kennt.</translation>
    </message>
    <message>
        <source>DataHub keeps no description of a “%1” that people edit: change it where DataHub has it from.</source>
        <translation>DataHub hat zu „%1“ keine Beschreibung, die Menschen bearbeiten: Ändern Sie sie dort, woher DataHub sie hat.</translation>
    </message>
</context>
<context>
    <name>portolan::platforms::EntropyData</name>
    <message numerus="yes">
        <source>Entropy Data answers: more than %n data product(s).</source>
        <translation>
            <numerusform>Entropy Data antwortet: mehr als %n Datenprodukt.</numerusform>
            <numerusform>Entropy Data antwortet: mehr als %n Datenprodukte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Entropy Data answers: %n data product(s).</source>
        <translation>
            <numerusform>Entropy Data antwortet: %n Datenprodukt.</numerusform>
            <numerusform>Entropy Data antwortet: %n Datenprodukte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Products and ports</source>
        <translation>Produkte und Ports</translation>
    </message>
    <message>
        <source>ODPS and the vendor&apos;s own dialect</source>
        <translation>ODPS und der eigene Dialekt des Anbieters</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>From contracts and assets</source>
        <translation>Aus Verträgen und Assets</translation>
    </message>
    <message>
        <source>Contracts</source>
        <translation>Verträge</translation>
    </message>
    <message>
        <source>ODCS, and the older Data Contract Specification</source>
        <translation>ODCS und die ältere Data Contract Specification</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Lineage between columns</source>
        <translation>Herkunft der Spalten</translation>
    </message>
    <message>
        <source>Checks and results</source>
        <translation>Prüfungen und Ergebnisse</translation>
    </message>
    <message>
        <source>The newest 300 test results, and each new one from then on</source>
        <translation>Die neuesten 300 Testergebnisse und ab dann jedes neue</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Vorfälle</translation>
    </message>
    <message>
        <source>The platform has none</source>
        <translation>Die Plattform hat keine</translation>
    </message>
    <message>
        <source>Access requests</source>
        <translation>Zugriffsanfragen</translation>
    </message>
    <message>
        <source>Asking, approving, rejecting, withdrawing and ending; reasons stay here</source>
        <translation>Beantragen, genehmigen, ablehnen, zurückziehen und beenden; Begründungen bleiben hier</translation>
    </message>
    <message>
        <source>Write-back</source>
        <translation>Zurückschreiben</translation>
    </message>
    <message>
        <source>Change feed</source>
        <translation>Änderungsfeed</translation>
    </message>
    <message>
        <source>Remote search</source>
        <translation>Serversuche</translation>
    </message>
    <message>
        <source>By the platform&apos;s AI search, in its mode for finding; needs a key of a team. What the model writes is left out.</source>
        <translation>Über die KI-Suche der Plattform, in ihrem Modus zum Finden; braucht den Schlüssel eines Teams. Was das Modell schreibt, bleibt weg.</translation>
    </message>
    <message>
        <source>Between ports, products and the objects of contracts as they declare it, and between datasets and jobs as OpenLineage events tell</source>
        <translation>Zwischen Ports, Produkten und den Objekten von Verträgen, wie sie es angeben, und zwischen Datensätzen und Jobs, wie OpenLineage-Ereignisse es sagen</translation>
    </message>
    <message>
        <source>From OpenLineage events, which the platform keeps for 90 days; asked for once an hour, since its feed does not tell of them</source>
        <translation>Aus OpenLineage-Ereignissen, welche die Plattform 90 Tage aufhebt; stündlich abgefragt, da ihr Feed nichts von ihnen sagt</translation>
    </message>
    <message>
        <source>Description, tags and the team that owns it, of products, contracts, source systems, definitions and assets; descriptions of objects and fields of contracts, and of columns of assets. The platform takes whole documents: what somebody else writes in the same second is not seen, and what comes from git is changed there.</source>
        <translation>Beschreibung, Schlagwörter und verantwortliches Team von Produkten, Verträgen, Quellsystemen, Definitionen und Assets; Beschreibungen von Objekten und Feldern der Verträge und von Spalten der Assets. Die Plattform nimmt ganze Dokumente an: was jemand anderes in derselben Sekunde schreibt, wird nicht gesehen, und was aus git kommt, wird dort geändert.</translation>
    </message>
</context>
<context>
    <name>portolan::platforms::FolderPlatform</name>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n Produkt</numerusform>
            <numerusform>%n Produkte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contract(s)</source>
        <translation>
            <numerusform>%n Vertrag</numerusform>
            <numerusform>%n Verträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dbt manifest(s)</source>
        <translation>
            <numerusform>%n dbt-Manifest</numerusform>
            <numerusform>%n dbt-Manifeste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dbt catalog(s)</source>
        <translation>
            <numerusform>%n dbt-Katalog</numerusform>
            <numerusform>%n dbt-Kataloge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of OpenLineage events</source>
        <translation>
            <numerusform>%n Datei mit OpenLineage-Ereignissen</numerusform>
            <numerusform>%n Dateien mit OpenLineage-Ereignissen</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder has no products, contracts, dbt artifacts or events yet.</source>
        <translation>Der Ordner enthält noch keine Produkte, Verträge, dbt-Artefakte oder Ereignisse.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of quality results</source>
        <translation>
            <numerusform>%n Datei mit Prüfergebnissen</numerusform>
            <numerusform>%n Dateien mit Prüfergebnissen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n service level objective(s)</source>
        <translation>
            <numerusform>%n Dienstgüteziel</numerusform>
            <numerusform>%n Dienstgüteziele</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::platforms::MarquezPlatform</name>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Datasets, jobs, tags. A namespace stands for a domain, since Marquez has none.</source>
        <translation>Datasets, Jobs, Schlagwörter. Ein Namensraum steht für eine Domäne, da Marquez keine hat.</translation>
    </message>
    <message>
        <source>Products and ports</source>
        <translation>Produkte und Ports</translation>
    </message>
    <message>
        <source>Marquez has none.</source>
        <translation>Marquez hat keine.</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Contracts</source>
        <translation>Verträge</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>From the events that Marquez collected, folded as those of files are.</source>
        <translation>Aus den Ereignissen, die Marquez gesammelt hat, zusammengefasst wie die aus Dateien.</translation>
    </message>
    <message>
        <source>Lineage between columns</source>
        <translation>Herkunft der Spalten</translation>
    </message>
    <message>
        <source>From the same events.</source>
        <translation>Aus denselben Ereignissen.</translation>
    </message>
    <message>
        <source>Checks and results</source>
        <translation>Prüfungen und Ergebnisse</translation>
    </message>
    <message>
        <source>Assertions and tests of events; runs of a job that failed.</source>
        <translation>Assertions und Tests aus Ereignissen; fehlgeschlagene Läufe eines Jobs.</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Vorfälle</translation>
    </message>
    <message>
        <source>Derived from assertions and runs that fail; Marquez keeps none itself.</source>
        <translation>Abgeleitet aus Assertions und Läufen, die fehlschlagen; Marquez selbst führt keine.</translation>
    </message>
    <message>
        <source>Access requests</source>
        <translation>Zugriffsanfragen</translation>
    </message>
    <message>
        <source>Write-back</source>
        <translation>Zurückschreiben</translation>
    </message>
    <message>
        <source>Change feed</source>
        <translation>Änderungsfeed</translation>
    </message>
    <message>
        <source>Events of runs, each minute. Tags, descriptions and deletions come with the next sweep, after an hour to a day.</source>
        <translation>Ereignisse von Läufen, jede Minute. Schlagwörter, Beschreibungen und Löschungen kommen mit dem nächsten Durchgang, nach einer Stunde bis zu einem Tag.</translation>
    </message>
    <message>
        <source>Remote search</source>
        <translation>Serversuche</translation>
    </message>
    <message>
        <source>Names of datasets and jobs.</source>
        <translation>Namen von Datasets und Jobs.</translation>
    </message>
    <message numerus="yes">
        <source>Marquez with %n namespace(s)</source>
        <translation>
            <numerusform>Marquez mit %n Namensraum</numerusform>
            <numerusform>Marquez mit %n Namensräumen</numerusform>
        </translation>
    </message>
    <message>
        <source>Marquez, with a namespace that it cannot list</source>
        <translation>Marquez, mit einem Namensraum, den es nicht auflisten kann</translation>
    </message>
    <message>
        <source>Tags of datasets, their fields and jobs. Descriptions come from producers.</source>
        <translation>Schlagwörter von Datasets, ihren Feldern und von Jobs. Beschreibungen kommen von den Erzeugern.</translation>
    </message>
    <message>
        <source>Marquez takes descriptions from producers alone; let the job that writes it say so in its events.</source>
        <translation>Marquez nimmt Beschreibungen nur von denen an, die Ereignisse senden; der Job, der es schreibt, soll sie dort nennen.</translation>
    </message>
</context>
<context>
    <name>portolan::platforms::OpaPlatform</name>
    <message>
        <source>Policies about requests</source>
        <translation>Richtlinien zu Anträgen</translation>
    </message>
    <message>
        <source>data.mesh.access.request, or what the option requestPath names.</source>
        <translation>data.mesh.access.request, oder was die Option requestPath nennt.</translation>
    </message>
    <message>
        <source>Policies about products</source>
        <translation>Richtlinien zu Produkten</translation>
    </message>
    <message>
        <source>data.mesh.governance.product, or what the option productPath names.</source>
        <translation>data.mesh.governance.product, oder was die Option productPath nennt.</translation>
    </message>
    <message>
        <source>Text of the policies</source>
        <translation>Text der Richtlinien</translation>
    </message>
    <message>
        <source>As far as the account may read /v1/policies.</source>
        <translation>Soweit das Konto /v1/policies lesen darf.</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>It knows rules, and no data.</source>
        <translation>Die Plattform kennt Regeln und keine Daten.</translation>
    </message>
    <message>
        <source>Access requests</source>
        <translation>Zugriffsanfragen</translation>
    </message>
    <message>
        <source>It judges them; another platform takes and grants them.</source>
        <translation>Die Plattform beurteilt sie; eine andere nimmt sie an und gewährt sie.</translation>
    </message>
    <message>
        <source>Change feed</source>
        <translation>Änderungsfeed</translation>
    </message>
    <message>
        <source>It is asked every 15 minutes.</source>
        <translation>Die Plattform wird alle 15 Minuten gefragt.</translation>
    </message>
    <message>
        <source>Open Policy Agent is healthy; requests are judged by data.%1</source>
        <translation>Open Policy Agent läuft einwandfrei; Anträge werden von data.%1 beurteilt</translation>
    </message>
    <message>
        <source>Open Policy Agent %1 is healthy; requests are judged by data.%2</source>
        <translation>Open Policy Agent %1 läuft einwandfrei; Anträge werden von data.%2 beurteilt</translation>
    </message>
    <message>
        <source>%1: this is no Open Policy Agent: it says more about its health, and tells no version</source>
        <translation>%1: das ist kein Open Policy Agent: er sagt mehr über seinen Zustand und nennt keine Version</translation>
    </message>
</context>
<context>
    <name>portolan::platforms::OpenMetadata</name>
    <message numerus="yes">
        <source>OpenMetadata %1, %n table(s), signed in as %2</source>
        <extracomment>%1 is a version, %3 a user; as in &quot;OpenMetadata 1.13.6, 1,200 tables, signed in as maya&quot;</extracomment>
        <translation>
            <numerusform>OpenMetadata %1, %n Tabelle, angemeldet als %2</numerusform>
            <numerusform>OpenMetadata %1, %n Tabellen, angemeldet als %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Tables, topics, containers, dashboards, pipelines, models, indexes, procedures, APIs, metrics; people, teams, terms and tags</source>
        <translation>Tabellen, Topics, Container, Dashboards, Pipelines, Modelle, Indizes, Prozeduren, APIs, Metriken; Personen, Teams, Fachbegriffe und Schlagwörter</translation>
    </message>
    <message>
        <source>Data products and ports</source>
        <translation>Datenprodukte und Ports</translation>
    </message>
    <message>
        <source>Ports from release 1.12 on; before that, products with their assets</source>
        <translation>Ports ab Version 1.12; davor Produkte mit ihren Assets</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Data contracts</source>
        <translation>Datenverträge</translation>
    </message>
    <message>
        <source>With security, terms of use and service levels</source>
        <translation>Mit Sicherheit, Nutzungsbedingungen und Servicelevels</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Lineage between columns</source>
        <translation>Herkunft der Spalten</translation>
    </message>
    <message>
        <source>Checks and results</source>
        <translation>Prüfungen und Ergebnisse</translation>
    </message>
    <message>
        <source>Results of the last year at first</source>
        <translation>Zuerst die Ergebnisse des letzten Jahres</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Vorfälle</translation>
    </message>
    <message>
        <source>How an incident of a test case stands is shown with it, and changed on the platform&apos;s own page</source>
        <translation>Der Stand des Vorfalls eines Testfalls wird bei diesem gezeigt und auf der Seite der Plattform geändert</translation>
    </message>
    <message>
        <source>Access requests</source>
        <translation>Zugriffsanfragen</translation>
    </message>
    <message>
        <source>Write-back</source>
        <translation>Zurückschreiben</translation>
    </message>
    <message>
        <source>Change feed</source>
        <translation>Änderungsfeed</translation>
    </message>
    <message>
        <source>Events of the last days; a renamed thing is a new one here; lineage is asked for once a day</source>
        <translation>Ereignisse der letzten Tage; ein umbenanntes Ding ist hier ein neues; die Herkunft wird einmal am Tag abgefragt</translation>
    </message>
    <message>
        <source>Remote search</source>
        <translation>Serversuche</translation>
    </message>
    <message>
        <source>Products, assets, terms and domains, in all domains; as new as the server&apos;s search index</source>
        <translation>Produkte, Assets, Fachbegriffe und Domänen, in allen Domänen; so neu wie der Suchindex des Servers</translation>
    </message>
    <message>
        <source>In the background, behind the catalogue, some 2,000 assets in one sync</source>
        <translation>Im Hintergrund, nach dem Katalog, rund 2.000 Assets je Abgleich</translation>
    </message>
    <message>
        <source>From release 2.0 on: asked for, decided and withdrawn; before that the server knows none, and its own page is opened</source>
        <translation>Ab Version 2.0: angefragt, entschieden und zurückgezogen; davor kennt der Server keine, und seine eigene Seite wird geöffnet</translation>
    </message>
    <message>
        <source>Descriptions, tags and owners of things; descriptions of columns</source>
        <translation>Beschreibungen, Schlagwörter und Verantwortliche von Dingen; Beschreibungen von Spalten</translation>
    </message>
</context>
<context>
    <name>portolan::platforms::openmetadata</name>
    <message>
        <source>lineage</source>
        <translation>Herkunft</translation>
    </message>
</context>
<context>
    <name>portolan::signin::RedirectListener</name>
    <message>
        <source>Portolan has the answer. You can close this page and go back to Portolan.</source>
        <translation>Portolan hat die Antwort. Sie können diese Seite schließen und zu Portolan zurückkehren.</translation>
    </message>
    <message>
        <source>This is not what Portolan waits for.</source>
        <translation>Das ist nicht, worauf Portolan wartet.</translation>
    </message>
</context>
<context>
    <name>portolan::store::Comparison</name>
    <message>
        <source>%1 is now “%2”.</source>
        <translation>%1 ist jetzt „%2“.</translation>
    </message>
    <message>
        <source>%1 “%2” was removed.</source>
        <translation>%1 „%2“ wurde entfernt.</translation>
    </message>
    <message>
        <source>%1 changed from “%2” to “%3”.</source>
        <translation>%1 wurde von „%2“ in „%3“ geändert.</translation>
    </message>
    <message>
        <source>The type of %1 changed from %2 to %3.</source>
        <translation>Der Typ von %1 wurde von %2 in %3 geändert.</translation>
    </message>
    <message>
        <source>%1 may now be empty.</source>
        <translation>%1 darf jetzt leer sein.</translation>
    </message>
    <message>
        <source>%1 is now always filled.</source>
        <translation>%1 ist jetzt immer gefüllt.</translation>
    </message>
    <message>
        <source>%1 is now part of the key.</source>
        <translation>%1 gehört jetzt zum Schlüssel.</translation>
    </message>
    <message>
        <source>%1 is no longer part of the key.</source>
        <translation>%1 gehört nicht mehr zum Schlüssel.</translation>
    </message>
    <message>
        <source>The classification of %1</source>
        <translation>Die Klassifikation von %1</translation>
    </message>
    <message>
        <source>The description of %1 changed.</source>
        <translation>Die Beschreibung von %1 wurde geändert.</translation>
    </message>
    <message>
        <source>The field %1 was added.</source>
        <translation>Das Feld %1 kam hinzu.</translation>
    </message>
    <message>
        <source>The field %1 was removed.</source>
        <translation>Das Feld %1 wurde entfernt.</translation>
    </message>
    <message>
        <source>%1 was added.</source>
        <translation>%1 kam hinzu.</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>%1 wurde entfernt.</translation>
    </message>
    <message>
        <source>The promise “%1”</source>
        <translation>Die Zusage „%1“</translation>
    </message>
    <message>
        <source>The promise “%1” was removed.</source>
        <translation>Die Zusage „%1“ wurde entfernt.</translation>
    </message>
    <message>
        <source>The port %1 was added.</source>
        <translation>Der Port %1 kam hinzu.</translation>
    </message>
    <message>
        <source>The port %1 was removed.</source>
        <translation>Der Port %1 wurde entfernt.</translation>
    </message>
    <message>
        <source>The version</source>
        <translation>Die Version</translation>
    </message>
    <message>
        <source>The status</source>
        <translation>Der Status</translation>
    </message>
    <message>
        <source>The name</source>
        <translation>Der Name</translation>
    </message>
    <message>
        <source>The title</source>
        <translation>Der Titel</translation>
    </message>
    <message>
        <source>The owner</source>
        <translation>Der Eigentümer</translation>
    </message>
    <message>
        <source>The classification</source>
        <translation>Die Klassifikation</translation>
    </message>
    <message>
        <source>The description changed.</source>
        <translation>Die Beschreibung wurde geändert.</translation>
    </message>
    <message>
        <source>The terms of use changed.</source>
        <translation>Die Nutzungsbedingungen wurden geändert.</translation>
    </message>
    <message>
        <source>The price changed.</source>
        <translation>Der Preis wurde geändert.</translation>
    </message>
    <message>
        <source>The roles changed.</source>
        <translation>Die Rollen wurden geändert.</translation>
    </message>
    <message>
        <source>The servers changed.</source>
        <translation>Die Server wurden geändert.</translation>
    </message>
    <message>
        <source>The quality rules changed.</source>
        <translation>Die Qualitätsregeln wurden geändert.</translation>
    </message>
    <message>
        <source>The team changed.</source>
        <translation>Das Team wurde geändert.</translation>
    </message>
</context>
<context>
    <name>portolan::store::Doctor</name>
    <message>
        <source>%1 files and folders are yours alone.</source>
        <translation>%1 Dateien und Ordner gehören Ihnen allein.</translation>
    </message>
    <message>
        <source>Others can read %1.</source>
        <translation>Andere können %1 lesen.</translation>
    </message>
    <message>
        <source>Start Portolan once: it closes its own files; chmod what is not yours.</source>
        <translation>Starten Sie Portolan einmal: Es schließt seine eigenen Dateien für andere. Die übrigen schließen Sie mit chmod.</translation>
    </message>
    <message>
        <source>%1 MB are free.</source>
        <translation>%1 MB sind frei.</translation>
    </message>
    <message>
        <source>Make room on that disk; nothing of yours is lost meanwhile.</source>
        <translation>Schaffen Sie Platz auf diesem Datenträger; bis dahin geht nichts verloren.</translation>
    </message>
    <message>
        <source>It does not exist yet.</source>
        <translation>Sie existiert noch nicht.</translation>
    </message>
    <message>
        <source>It is empty and is set up at the next start.</source>
        <translation>Sie ist leer und wird beim nächsten Start eingerichtet.</translation>
    </message>
    <message>
        <source>A process died while it wrote; the next start takes back what was half done.</source>
        <translation>Ein Prozess endete beim Schreiben; der nächste Start nimmt Halbfertiges zurück.</translation>
    </message>
    <message>
        <source>It does not exist yet and is made at the next start.</source>
        <translation>Er existiert noch nicht und wird beim nächsten Start angelegt.</translation>
    </message>
    <message>
        <source>The search index cannot be read.</source>
        <translation>Der Suchindex ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Nothing to do: it is made anew at the next start.</source>
        <translation>Nichts zu tun: Er wird beim nächsten Start neu angelegt.</translation>
    </message>
    <message>
        <source>It is at state %1 of %2 and is brought up to date at the next start.</source>
        <translation>Er hat Stand %1 von %2 und wird beim nächsten Start nachgeführt.</translation>
    </message>
    <message>
        <source>It is at state %1.</source>
        <translation>Er hat Stand %1.</translation>
    </message>
    <message>
        <source>Nobody is synchronising.</source>
        <translation>Zurzeit wird nicht synchronisiert.</translation>
    </message>
    <message>
        <source>Held by %1, process %2 on %3.</source>
        <translation>Gehalten von %1, Prozess %2 auf %3.</translation>
    </message>
    <message>
        <source>The last run ended cleanly.</source>
        <translation>Der letzte Lauf endete ordentlich.</translation>
    </message>
    <message>
        <source>The last run did not end cleanly; the next start checks the files.</source>
        <translation>Der letzte Lauf endete nicht ordentlich; der nächste Start prüft die Dateien.</translation>
    </message>
    <message>
        <source>It opens.</source>
        <translation>Sie lässt sich öffnen.</translation>
    </message>
    <message>
        <source>It is ours.</source>
        <translation>Sie gehört zu Portolan.</translation>
    </message>
    <message>
        <source>It belongs to another program.</source>
        <translation>Sie gehört einem anderen Programm.</translation>
    </message>
    <message>
        <source>Version %1 of %2.</source>
        <translation>Version %1 von %2.</translation>
    </message>
    <message>
        <source>It was written by a newer version: install that, or use another profile.</source>
        <translation>Eine neuere Version hat sie geschrieben: Installieren Sie diese, oder wählen Sie ein anderes Profil.</translation>
    </message>
    <message>
        <source>All rows have their parents.</source>
        <translation>Alle Zeilen haben ihre Bezugszeilen.</translation>
    </message>
    <message>
        <source>Rows of %1 have lost their parents.</source>
        <translation>Zeilen von %1 haben ihre Bezugszeilen verloren.</translation>
    </message>
    <message>
        <source>Start Portolan: the file is put aside and filled again by a sync.</source>
        <translation>Starten Sie Portolan: Die Datei wird beiseitegelegt und durch eine Synchronisierung neu gefüllt.</translation>
    </message>
    <message>
        <source>Start Portolan: the file is put aside, and what can be read is taken into a new one.</source>
        <translation>Starten Sie Portolan: Die Datei wird beiseitegelegt, und was lesbar ist, kommt in eine neue.</translation>
    </message>
    <message>
        <source>Nothing says that the file is damaged: make room on the disk, or make it writable, and look again.</source>
        <translation>Nichts deutet auf einen Schaden der Datei: Schaffen Sie Platz auf dem Datenträger, oder machen Sie ihn beschreibbar, und prüfen Sie noch einmal.</translation>
    </message>
</context>
<context>
    <name>portolan::store::Joining</name>
    <message>
        <source>It says that it is the product “%1”.</source>
        <translation>Es nennt sich selbst als das Produkt „%1“.</translation>
    </message>
    <message>
        <source>The product has the same id, “%1”.</source>
        <translation>Das Produkt hat dieselbe Id, „%1“.</translation>
    </message>
    <message>
        <source>Both name the same table: %1.</source>
        <translation>Beide nennen dieselbe Tabelle: %1.</translation>
    </message>
    <message>
        <source>%1 fits %2, and nothing else does.</source>
        <translation>%1 passt zu %2 und zu nichts anderem.</translation>
    </message>
    <message>
        <source>Joined by hand.</source>
        <translation>Von Hand verbunden.</translation>
    </message>
    <message>
        <source>Its source says that this is another name of “%1”.</source>
        <translation>Die Quelle sagt, dass dies ein anderer Name von „%1“ ist.</translation>
    </message>
    <message>
        <source>Both name the same team: %1.</source>
        <translation>Beide nennen dasselbe Team: %1.</translation>
    </message>
    <message>
        <source>Nothing else has the name “%1”.</source>
        <translation>Nichts anderes heißt „%1“.</translation>
    </message>
    <message>
        <source>Both have the same id, “%1”.</source>
        <translation>Beide haben dieselbe Kennung, „%1“.</translation>
    </message>
</context>
<context>
    <name>portolan::store::Likeness</name>
    <message>
        <source>%1 may be %2, but other tables fit as well.</source>
        <translation>%1 könnte %2 sein, aber andere Tabellen passen auch.</translation>
    </message>
    <message>
        <source>A quality tool looks at “%1”, and several tables may be meant.</source>
        <translation>Ein Prüfwerkzeug sieht sich „%1“ an, und mehrere Tabellen könnten gemeint sein.</translation>
    </message>
    <message>
        <source>Both are called “%1”, but have different ids.</source>
        <translation>Beide heißen „%1“, haben aber verschiedene Ids.</translation>
    </message>
    <message numerus="yes">
        <source>Both are called “%1” and have the same %n field(s).</source>
        <translation>
            <numerusform>Beide heißen „%1“ und haben %n Feld, und zwar dasselbe.</numerusform>
            <numerusform>Beide heißen „%1“ und haben dieselben %n Felder.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::store::Recovery</name>
    <message>
        <source>The local catalogue was damaged (%1). It was put aside as %2, and is filled again by the next synchronisation.</source>
        <translation>Der lokale Katalog war beschädigt (%1). Er wurde als %2 beiseitegelegt und wird durch die nächste Synchronisierung neu gefüllt.</translation>
    </message>
    <message>
        <source>Synchronise all accounts.</source>
        <translation>Synchronisieren Sie alle Konten.</translation>
    </message>
    <message>
        <source>Look through your accounts, views and waiting requests; none of them is sent before you say so.</source>
        <translation>Prüfen Sie Ihre Konten, Ansichten und wartenden Anfragen; nichts wird gesendet, bevor Sie es sagen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 was damaged (%2). It was kept as %3; all %n row(s) could be read and were taken over.</source>
        <translation>
            <numerusform>%1 war beschädigt (%2). Sie wurde als %3 aufbewahrt; %n Zeile war lesbar und wurde übernommen, mehr waren es nicht.</numerusform>
            <numerusform>%1 war beschädigt (%2). Sie wurde als %3 aufbewahrt; alle %n Zeilen waren lesbar und wurden übernommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 was damaged (%2). It was kept as %3; %n row(s) could be read and were taken over, others could not.</source>
        <translation>
            <numerusform>%1 war beschädigt (%2). Sie wurde als %3 aufbewahrt; %n Zeile war lesbar und wurde übernommen, andere nicht.</numerusform>
            <numerusform>%1 war beschädigt (%2). Sie wurde als %3 aufbewahrt; %n Zeilen waren lesbar und wurden übernommen, andere nicht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::ErrorNote</name>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>portolan::views::FilterField</name>
    <message>
        <source>Completions</source>
        <translation>Vervollständigungen</translation>
    </message>
    <message>
        <source>“%1” is no filter; it is searched as text. Filters are: %2.</source>
        <translation>„%1“ ist kein Filter; es wird als Text gesucht. Filter sind: %2.</translation>
    </message>
    <message>
        <source>“%1” is no filter here. Filters are: %2.</source>
        <translation>„%1“ ist hier kein Filter. Filter sind: %2.</translation>
    </message>
</context>
<context>
    <name>portolan::views::KeyButton</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>portolan::views::PageTabs</name>
    <message>
        <source>Tabs further left</source>
        <translation>Weitere Reiter links</translation>
    </message>
    <message>
        <source>Tabs further right</source>
        <translation>Weitere Reiter rechts</translation>
    </message>
</context>
<context>
    <name>portolan::views::SafeLabel</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>portolan::views::SafeMarkdownView</name>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Show the whole text</source>
        <translation>Ganzen Text anzeigen</translation>
    </message>
</context>
<context>
    <name>portolan::views::UndoLine</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo (%1)</source>
        <translation>Rückgängig (%1)</translation>
    </message>
</context>
<context>
    <name>portolan::views::access::AccessActions</name>
    <message>
        <source>Not done: %1</source>
        <translation>Nicht geschehen: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n taken back; the others are on their way already, and stay</source>
        <translation>
            <numerusform>%n zurückgenommen; die anderen sind schon unterwegs und bleiben</numerusform>
            <numerusform>%n zurückgenommen; die anderen sind schon unterwegs und bleiben</numerusform>
        </translation>
    </message>
    <message>
        <source>Too late to undo: it is on its way already</source>
        <translation>Zu spät, um es rückgängig zu machen: es ist schon unterwegs</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Rückgängig gemacht: %1</translation>
    </message>
    <message>
        <source>Too late to undo: it is sent</source>
        <translation>Zu spät zum Rückgängigmachen: es ist gesendet</translation>
    </message>
</context>
<context>
    <name>portolan::views::access::AccessPane</name>
    <message>
        <source>Reading the requests</source>
        <translation>Die Anträge werden gelesen</translation>
    </message>
    <message>
        <source>My requests</source>
        <translation>Meine Anträge</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>Zu prüfen</translation>
    </message>
    <message>
        <source>Agreements</source>
        <translation>Vereinbarungen</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Filter: port, team, person…</source>
        <translation>Filter: Port, Team, Person…</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Neuer Antrag</translation>
    </message>
    <message>
        <source>Show my requests</source>
        <translation>Meine Anträge zeigen</translation>
    </message>
    <message>
        <source>Show what is to review</source>
        <translation>Zu Prüfendes zeigen</translation>
    </message>
    <message>
        <source>Show agreements</source>
        <translation>Vereinbarungen zeigen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The requests could not be read</source>
        <translation>Die Anträge waren nicht zu lesen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>There are no requests to show</source>
        <translation>Es gibt keine Anträge zu zeigen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>%1: not read yet</source>
        <translation>%1: noch nicht gelesen</translation>
    </message>
    <message>
        <source>%1: as of %2</source>
        <translation>%1: Stand %2</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>No requests were read yet</source>
        <translation>Es wurden noch keine Anträge gelesen</translation>
    </message>
    <message>
        <source>They stand here after the first sync.</source>
        <translation>Nach dem ersten Abgleich stehen sie hier.</translation>
    </message>
    <message>
        <source>%1: as of %2, and could not be read since. %3</source>
        <translation>%1: Stand %2, seither nicht lesbar. %3</translation>
    </message>
    <message>
        <source>%1: could not be read. %2</source>
        <translation>%1: konnte nicht gelesen werden. %2</translation>
    </message>
    <message>
        <source>%1 could not be read, as of %2</source>
        <translation>%1 konnte nicht gelesen werden, Stand %2</translation>
    </message>
    <message>
        <source>%1 could not be read</source>
        <translation>%1 konnte nicht gelesen werden</translation>
    </message>
</context>
<context>
    <name>portolan::views::access::AgreementsPage</name>
    <message>
        <source>Agreements</source>
        <translation>Vereinbarungen</translation>
    </message>
    <message>
        <source>Expiry radar</source>
        <translation>Ablaufradar</translation>
    </message>
    <message>
        <source>Whose agreements</source>
        <translation>Wessen Vereinbarungen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>I decide</source>
        <translation>Ich entscheide</translation>
    </message>
    <message>
        <source>I use</source>
        <translation>Ich nutze</translation>
    </message>
    <message>
        <source>How far ahead</source>
        <translation>Wie weit voraus</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 Tage</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12 Monate</translation>
    </message>
    <message>
        <source>until</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>New last day</source>
        <translation>Neuer letzter Tag</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>Verlängern</translation>
    </message>
    <message>
        <source>Tick</source>
        <translation>Ankreuzen</translation>
    </message>
    <message numerus="yes">
        <source>%n end(s) soon</source>
        <translation>
            <numerusform>%n endet bald</numerusform>
            <numerusform>%n enden bald</numerusform>
        </translation>
    </message>
    <message>
        <source>None ends soon</source>
        <translation>Keine endet bald</translation>
    </message>
    <message>
        <source>There are no agreements yet</source>
        <translation>Es gibt noch keine Vereinbarungen</translation>
    </message>
    <message>
        <source>An agreement begins when a request is approved. It stands here until long after its end, with everybody who uses the data.</source>
        <translation>Eine Vereinbarung beginnt, wenn ein Antrag genehmigt ist. Sie steht hier bis lange nach ihrem Ende, mit allen, die die Daten nutzen.</translation>
    </message>
    <message>
        <source>No agreement matches</source>
        <translation>Keine Vereinbarung passt</translation>
    </message>
    <message numerus="yes">
        <source>%n agreement(s) are known, none of them has these words and is one of yours.</source>
        <translation>
            <numerusform>Eine Vereinbarung ist bekannt; sie hat diese Wörter nicht oder ist keine von Ihren.</numerusform>
            <numerusform>%n Vereinbarungen sind bekannt; keine hat diese Wörter und ist eine von Ihren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Not renewed: what is offered could not be read</source>
        <translation>Nicht verlängert: das Angebot war nicht zu lesen</translation>
    </message>
    <message>
        <source>Not renewed: the rules do not hold any more. Renew them one by one.</source>
        <translation>Nicht verlängert: die Regeln sind nicht mehr eingehalten. Verlängern Sie einzeln.</translation>
    </message>
    <message numerus="yes">
        <source>Asked to renew %n agreement(s)</source>
        <translation>
            <numerusform>Verlängerung von %n Vereinbarung beantragt</numerusform>
            <numerusform>Verlängerung von %n Vereinbarungen beantragt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more need(s) the form: rules do not hold any more</source>
        <translation>
            <numerusform>%n weitere braucht das Formular: Regeln gelten nicht mehr als eingehalten</numerusform>
            <numerusform>%n weitere brauchen das Formular: Regeln gelten nicht mehr als eingehalten</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is chosen</source>
        <translation>Nichts ist gewählt</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen: %1</source>
        <translation>
            <numerusform>%n gewählt: %1</numerusform>
            <numerusform>%n gewählt: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Renew %n agreement(s)</source>
        <translation>
            <numerusform>%n Vereinbarung verlängern</numerusform>
            <numerusform>%n Vereinbarungen verlängern</numerusform>
        </translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>Aussetzen</translation>
    </message>
    <message>
        <source>Suspends the access, with the reason in the field, or resumes it</source>
        <translation>Setzt den Zugang aus, mit der Begründung im Feld, oder setzt ihn fort</translation>
    </message>
    <message>
        <source>Suspend or resume</source>
        <translation>Aussetzen oder fortsetzen</translation>
    </message>
    <message numerus="yes">
        <source>Resumed %n agreement(s)</source>
        <translation>
            <numerusform>%n Vereinbarung fortgesetzt</numerusform>
            <numerusform>%n Vereinbarungen fortgesetzt</numerusform>
        </translation>
    </message>
    <message>
        <source>Why it is suspended; Enter does it</source>
        <translation>Warum sie ausgesetzt wird; Eingabe setzt sie aus</translation>
    </message>
    <message numerus="yes">
        <source>Suspended %n agreement(s)</source>
        <translation>
            <numerusform>%n Vereinbarung ausgesetzt</numerusform>
            <numerusform>%n Vereinbarungen ausgesetzt</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Why it is terminated or suspended</source>
        <translation>Warum sie beendet oder ausgesetzt wird</translation>
    </message>
    <message>
        <source>Terminate</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Terminates the agreement today, with the reason in the field</source>
        <translation>Beendet die Vereinbarung heute, mit der Begründung im Feld</translation>
    </message>
    <message>
        <source>Why it is terminated; Enter does it</source>
        <translation>Warum sie beendet wird; Eingabe beendet sie</translation>
    </message>
    <message numerus="yes">
        <source>Terminated %n agreement(s)</source>
        <translation>
            <numerusform>%n Vereinbarung beendet</numerusform>
            <numerusform>%n Vereinbarungen beendet</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>portolan::views::access::CaseDetail</name>
    <message numerus="yes">
        <source>%n port(s)</source>
        <translation>
            <numerusform>%n Port</numerusform>
            <numerusform>%n Ports</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 asks for %2</source>
        <translation>%1 möchte %2</translation>
    </message>
    <message>
        <source>Access to %1</source>
        <translation>Zugang zu %1</translation>
    </message>
    <message>
        <source>written %1</source>
        <translation>geschrieben %1</translation>
    </message>
    <message>
        <source>sent %1</source>
        <translation>gesendet %1</translation>
    </message>
    <message>
        <source>Asked in spite of a rule that fails: “%1”</source>
        <translation>Beantragt, obwohl eine Regel verletzt ist: „%1“</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>none is given</source>
        <translation>keiner ist genannt</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>none were accepted</source>
        <translation>keine wurden angenommen</translation>
    </message>
    <message>
        <source>%1, accepted</source>
        <translation>%1, angenommen</translation>
    </message>
    <message>
        <source>Renews</source>
        <translation>Verlängert</translation>
    </message>
    <message>
        <source>the agreement %1</source>
        <translation>die Vereinbarung %1</translation>
    </message>
    <message>
        <source>you</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>nobody is named</source>
        <translation>niemand ist genannt</translation>
    </message>
    <message>
        <source>contradicted</source>
        <translation>widersprüchlich</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>all %n</source>
        <translation>
            <numerusform>alle %n</numerusform>
            <numerusform>alle %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Decides</source>
        <translation>Entscheidet</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>The fields are not known yet.</source>
        <translation>Die Felder sind noch nicht bekannt.</translation>
    </message>
    <message>
        <source>None of the fields that are asked for is known to be confidential or restricted.</source>
        <translation>Von keinem der erbetenen Felder ist bekannt, dass es vertraulich oder streng vertraulich ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n asked</source>
        <translation>
            <numerusform>%n erbeten</numerusform>
            <numerusform>%n erbeten</numerusform>
        </translation>
    </message>
    <message>
        <source>Who else has %1</source>
        <translation>Wer sonst %1 hat</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message numerus="yes">
        <source>%n agreement(s)</source>
        <translation>
            <numerusform>%n Vereinbarung</numerusform>
            <numerusform>%n Vereinbarungen</numerusform>
        </translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>without an end</source>
        <translation>ohne Ende</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The request</source>
        <translation>Der Antrag</translation>
    </message>
    <message>
        <source>Copy the label</source>
        <translation>Kennung kopieren</translation>
    </message>
    <message>
        <source>Open in lineage</source>
        <translation>In der Herkunft öffnen</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>Classified fields</source>
        <translation>Eingestufte Felder</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>What the policies say</source>
        <translation>Was die Richtlinien sagen</translation>
    </message>
    <message>
        <source>The request carries no verdicts of policies.</source>
        <translation>Die Anfrage enthält keine Urteile von Richtlinien.</translation>
    </message>
    <message>
        <source>Open the outbox</source>
        <translation>Postausgang öffnen</translation>
    </message>
    <message>
        <source>No justification is given.</source>
        <translation>Es ist keine Begründung angegeben.</translation>
    </message>
    <message>
        <source>Consumer</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Klassifizierung</translation>
    </message>
    <message>
        <source>The fields could not be read: %1</source>
        <translation>Die Felder waren nicht zu lesen: %1</translation>
    </message>
    <message>
        <source>Justification</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>What depends on it</source>
        <translation>Was davon abhängt</translation>
    </message>
    <message>
        <source>The lineage is being read.</source>
        <translation>Die Herkunft wird gelesen.</translation>
    </message>
    <message>
        <source>The lineage could not be read: %1</source>
        <translation>Die Herkunft konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>not in the catalogue</source>
        <translation>nicht im Katalog</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Open %1 in lineage</source>
        <translation>%1 in der Herkunft öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%n more in lineage</source>
        <translation>
            <numerusform>%n weiteres in der Herkunft</numerusform>
            <numerusform>%n weitere in der Herkunft</numerusform>
        </translation>
    </message>
    <message>
        <source>%1… (cut here; its file has all of it)</source>
        <translation>%1 … (hier gekürzt; ganz steht es in der Datei)</translation>
    </message>
    <message>
        <source>Asker</source>
        <translation>Anfragende Person</translation>
    </message>
    <message>
        <source>Together: %1</source>
        <translation>Zusammen: %1</translation>
    </message>
    <message>
        <source>Already flows to</source>
        <translation>Fließt schon zu</translation>
    </message>
    <message>
        <source>%1 gets it already through others, as the lineage has it.</source>
        <translation>%1 bekommt es laut Lineage schon über andere.</translation>
    </message>
    <message>
        <source>%1 reads it already, as agreed.</source>
        <translation>%1 liest es schon, wie vereinbart.</translation>
    </message>
    <message>
        <source>%1 reads it already, and nothing in force allows that.</source>
        <translation>%1 liest es schon, und nichts Gültiges erlaubt das.</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>wird gelesen</translation>
    </message>
    <message>
        <source>could not be read: %1</source>
        <translation>konnte nicht gelesen werden: %1</translation>
    </message>
</context>
<context>
    <name>portolan::views::access::CaseHistory</name>
    <message>
        <source>a port that is not asked for</source>
        <translation>einem Port, der nicht erbeten ist</translation>
    </message>
    <message>
        <source>%1 wrote the draft</source>
        <translation>%1 hat den Entwurf geschrieben</translation>
    </message>
    <message>
        <source>%1 sent the request</source>
        <translation>%1 hat den Antrag gesendet</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <translation>%1: „%2“</translation>
    </message>
</context>
<context>
    <name>portolan::views::access::CasesPage</name>
    <message>
        <source>My requests</source>
        <translation>Meine Anträge</translation>
    </message>
    <message>
        <source>Requests to review</source>
        <translation>Zu prüfende Anträge</translation>
    </message>
    <message>
        <source>Nothing is chosen</source>
        <translation>Nichts ist gewählt</translation>
    </message>
    <message>
        <source>Choose a request in the list: J goes to the next one, K to the one before.</source>
        <translation>Wählen Sie einen Antrag in der Liste: J geht zum nächsten, K zum vorigen.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Next request</source>
        <translation>Nächster Antrag</translation>
    </message>
    <message>
        <source>Previous request</source>
        <translation>Voriger Antrag</translation>
    </message>
    <message>
        <source>No request matches</source>
        <translation>Kein Antrag passt</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) are here, none of them has these words.</source>
        <translation>
            <numerusform>Ein Antrag ist da; er hat diese Wörter nicht.</numerusform>
            <numerusform>%n Anträge sind da; keiner hat diese Wörter.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Aufgeben</translation>
    </message>
    <message>
        <source>Takes what was refused out of the outbox; nothing is sent</source>
        <translation>Nimmt Abgewiesenes aus dem Postausgang; nichts wird gesendet</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Sends what was refused once more, as it is</source>
        <translation>Sendet Abgewiesenes noch einmal, so wie es ist</translation>
    </message>
    <message>
        <source>Given up; nothing is sent</source>
        <translation>Aufgegeben; nichts wird gesendet</translation>
    </message>
    <message>
        <source>Waits in the outbox, to be sent once more</source>
        <translation>Wartet im Postausgang, um noch einmal gesendet zu werden</translation>
    </message>
</context>
<context>
    <name>portolan::views::access::ConsumerField</name>
    <message>
        <source>Consumer</source>
        <translation>Konsument</translation>
    </message>
    <message>
        <source>Team or product that will use the data</source>
        <translation>Team oder Produkt, das die Daten nutzen wird</translation>
    </message>
    <message>
        <source>%1 (product)</source>
        <translation>%1 (Produkt)</translation>
    </message>
    <message>
        <source>%1 (person)</source>
        <translation>%1 (Person)</translation>
    </message>
</context>
<context>
    <name>portolan::views::access::ExpiryRadar</name>
    <message>
        <source>Expiry radar</source>
        <translation>Ablaufradar</translation>
    </message>
    <message numerus="yes">
        <source>%n expired</source>
        <translation>
            <numerusform>%n abgelaufen</numerusform>
            <numerusform>%n abgelaufen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 am %2</translation>
    </message>
    <message numerus="yes">
        <source>%n end(s) within %1 days: %2</source>
        <translation>
            <numerusform>%n endet in %1 Tagen: %2</numerusform>
            <numerusform>%n enden in %1 Tagen: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>None ends within %1 days</source>
        <translation>Keine endet in den nächsten %1 Tagen</translation>
    </message>
    <message numerus="yes">
        <source>%n end(s) on %1</source>
        <translation>
            <numerusform>%n endet am %1</numerusform>
            <numerusform>%n enden am %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n end(s) from %1 to %2</source>
        <translation>
            <numerusform>%n endet vom %1 bis %2</numerusform>
            <numerusform>%n enden vom %1 bis %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>+%1</source>
        <translation>+%1</translation>
    </message>
</context>
<context>
    <name>portolan::views::access::FormJudge</name>
    <message>
        <source>%1 is being asked</source>
        <translation>%1 wird gefragt</translation>
    </message>
    <message>
        <source>Not all could be checked by %1. It is asked again when the request is sent.</source>
        <translation>%1 konnte nicht alles prüfen. Beim Senden des Antrags wird noch einmal gefragt.</translation>
    </message>
    <message>
        <source>Also judged by %1</source>
        <translation>Auch beurteilt von %1</translation>
    </message>
</context>
<context>
    <name>portolan::views::access::FormPorts</name>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Ask on its own page</source>
        <translation>Auf eigener Seite fragen</translation>
    </message>
    <message>
        <source>No account takes requests for it: it is left out of this request</source>
        <translation>Kein Konto nimmt Anträge dafür an: er bleibt in diesem Antrag weg</translation>
    </message>
    <message>
        <source>its contract names none</source>
        <translation>der Vertrag nennt keine</translation>
    </message>
    <message>
        <source>Role for %1</source>
        <translation>Rolle für %1</translation>
    </message>
    <message>
        <source>Leave %1 out</source>
        <translation>%1 weglassen</translation>
    </message>
    <message>
        <source>Highest classification</source>
        <translation>Höchste Klassifizierung</translation>
    </message>
    <message>
        <source>no longer known</source>
        <translation>nicht mehr bekannt</translation>
    </message>
    <message>
        <source>No account has it any more. It was asked for on %1, and stays in the draft until you leave it out.</source>
        <translation>Kein Konto hat ihn mehr. Er wurde am %1 angefragt und bleibt im Entwurf, bis Sie ihn weglassen.</translation>
    </message>
</context>
<context>
    <name>portolan::views::access::FormTemplates</name>
    <message>
        <source>From template</source>
        <translation>Aus Vorlage</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>As in my last requests</source>
        <translation>Wie in meinen letzten Anfragen</translation>
    </message>
    <message>
        <source>Keep this as a template</source>
        <translation>Als Vorlage behalten</translation>
    </message>
    <message>
        <source>Keep it no longer</source>
        <translation>Nicht mehr behalten</translation>
    </message>
</context>
<context>
    <name>portolan::views::access::FormTerms</name>
    <message>
        <source>What it may be used for</source>
        <translation>Wofür es verwendet werden darf</translation>
    </message>
    <message>
        <source>What it may not be used for</source>
        <translation>Wofür es nicht verwendet werden darf</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Wofür es gedacht ist</translation>
    </message>
    <message>
        <source>I accept the terms of %1</source>
        <translation>Ich nehme die Bedingungen von %1 an</translation>
    </message>
    <message>
        <source>Terms of %1</source>
        <translation>Bedingungen von %1</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1, Version %2</translation>
    </message>
    <message>
        <source>I accept these terms</source>
        <translation>Ich nehme diese Bedingungen an</translation>
    </message>
</context>
<context>
    <name>portolan::views::access::MinePage</name>
    <message>
        <source>Deletes from the outbox what was not sent yet</source>
        <translation>Löscht aus dem Postausgang, was noch nicht gesendet ist</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <source>Go on with the draft</source>
        <translation>Entwurf weiterschreiben</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>You have not asked for anything yet</source>
        <translation>Sie haben noch nichts beantragt</translation>
    </message>
    <message>
        <source>Choose “Request access” on the page of a product, or of several ports in the catalogue. What you asked for stands here, with everybody it waits for.</source>
        <translation>Wählen Sie „Zugang beantragen“ auf der Seite eines Produkts oder für mehrere Ports im Katalog. Was Sie beantragt haben, steht hier, mit allen, auf die es wartet.</translation>
    </message>
    <message>
        <source>Open the catalogue</source>
        <translation>Katalog öffnen</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Zurückgezogen</translation>
    </message>
    <message>
        <source>Discard the draft</source>
        <translation>Entwurf verwerfen</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Erneut fragen</translation>
    </message>
    <message>
        <source>Your answer, or why you withdraw it</source>
        <translation>Ihre Antwort, oder warum Sie ihn zurückziehen</translation>
    </message>
    <message>
        <source>Why you withdraw it</source>
        <translation>Warum Sie ihn zurückziehen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo what was not sent</source>
        <translation>Nicht Gesendetes rückgängig machen</translation>
    </message>
    <message>
        <source>Go on with the draft, or ask again</source>
        <translation>Entwurf weiterschreiben oder erneut fragen</translation>
    </message>
    <message>
        <source>Undone: deleted from the outbox</source>
        <translation>Rückgängig gemacht: aus dem Postausgang gelöscht</translation>
    </message>
    <message>
        <source>Why you withdraw it; Ctrl+Enter does it</source>
        <translation>Warum Sie ihn zurückziehen; Strg+Eingabe zieht ihn zurück</translation>
    </message>
</context>
<context>
    <name>portolan::views::access::RequestForm</name>
    <message>
        <source>What is offered could not be read</source>
        <translation>Das Angebot war nicht zu lesen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message numerus="yes">
        <source>Renew access to %n port(s)</source>
        <translation>
            <numerusform>Zugang zu %n Port verlängern</numerusform>
            <numerusform>Zugang zu %n Ports verlängern</numerusform>
        </translation>
    </message>
    <message>
        <source>Request access</source>
        <translation>Zugang beantragen</translation>
    </message>
    <message numerus="yes">
        <source>Request access to %n port(s)</source>
        <translation>
            <numerusform>Zugang zu %n Port beantragen</numerusform>
            <numerusform>Zugang zu %n Ports beantragen</numerusform>
        </translation>
    </message>
    <message>
        <source>Only fields that are ticked are asked for.</source>
        <translation>Nur angekreuzte Felder werden erbeten.</translation>
    </message>
    <message numerus="yes">
        <source>Only fields that are ticked are asked for. %n classified field(s) are left out.</source>
        <translation>
            <numerusform>Nur angekreuzte Felder werden erbeten. %n eingestuftes Feld bleibt weg.</numerusform>
            <numerusform>Nur angekreuzte Felder werden erbeten. %n eingestufte Felder bleiben weg.</numerusform>
        </translation>
    </message>
    <message>
        <source>No port is chosen that can be asked for here</source>
        <translation>Kein Port ist gewählt, der hier beantragt werden kann</translation>
    </message>
    <message>
        <source>No field of %1 is ticked</source>
        <translation>Kein Feld von %1 ist angekreuzt</translation>
    </message>
    <message>
        <source>The period ends before it begins</source>
        <translation>Der Zeitraum endet, bevor er beginnt</translation>
    </message>
    <message>
        <source>A rule fails: mend it, or say why it is asked all the same</source>
        <translation>Eine Regel ist verletzt: beheben Sie das, oder sagen Sie, warum Sie trotzdem fragen</translation>
    </message>
    <message>
        <source>Send (Ctrl+Enter)</source>
        <translation>Senden (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Nobody is named who decides</source>
        <translation>Es ist niemand genannt, der entscheidet</translation>
    </message>
    <message>
        <source>Goes to %1</source>
        <translation>Geht an %1</translation>
    </message>
    <message>
        <source>Saved as a draft</source>
        <translation>Als Entwurf gesichert</translation>
    </message>
    <message>
        <source>The request</source>
        <translation>Der Antrag</translation>
    </message>
    <message>
        <source>Policy pre-check</source>
        <translation>Vorprüfung</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Add ports from the catalogue</source>
        <translation>Ports aus dem Katalog hinzufügen</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>ohne Ende</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n Monat</numerusform>
            <numerusform>%n Monate</numerusform>
        </translation>
    </message>
    <message>
        <source>No port is chosen. Choose some in the catalogue, or on the page of a product.</source>
        <translation>Kein Port ist gewählt. Wählen Sie welche im Katalog oder auf der Seite eines Produkts.</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>What the data is for, and what will be shared of the results</source>
        <translation>Wofür die Daten sind und was von den Ergebnissen weitergegeben wird</translation>
    </message>
    <message>
        <source>Why it is asked all the same</source>
        <translation>Warum Sie trotzdem fragen</translation>
    </message>
    <message>
        <source>A rule fails. Whoever reviews it sees this, and the rule</source>
        <translation>Eine Regel ist verletzt. Wer prüft, sieht dies und die Regel</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Judged here as you type, and again when it is sent. A rule that fails does not stop you: say why it is asked all the same, and whoever reviews it sees both.</source>
        <translation>Wird hier beim Tippen beurteilt und beim Senden noch einmal. Eine verletzte Regel hält Sie nicht auf: sagen Sie, warum Sie trotzdem fragen; wer prüft, sieht beides.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Save as draft</source>
        <translation>Als Entwurf sichern</translation>
    </message>
    <message>
        <source>Send request</source>
        <translation>Antrag senden</translation>
    </message>
    <message>
        <source>Choose a purpose</source>
        <translation>Zweck wählen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>Goes out as %n request(s), one for each account, to %1</source>
        <translation>
            <numerusform>Geht als %n Antrag hinaus, einer je Konto, an %1</numerusform>
            <numerusform>Geht als %n Anträge hinaus, einer je Konto, an %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Justification</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>&amp;Purpose</source>
        <translation>&amp;Zweck</translation>
    </message>
    <message>
        <source>&amp;Justification</source>
        <translation>&amp;Begründung</translation>
    </message>
    <message>
        <source>Pe&amp;riod</source>
        <translation>Zei&amp;traum</translation>
    </message>
    <message>
        <source>&amp;Consumer</source>
        <translation>&amp;Nutzer</translation>
    </message>
    <message>
        <source>&amp;Fields</source>
        <translation>&amp;Felder</translation>
    </message>
    <message>
        <source>&amp;Terms</source>
        <translation>Be&amp;dingungen</translation>
    </message>
    <message>
        <source>E&amp;xception</source>
        <translation>&amp;Ausnahme</translation>
    </message>
    <message>
        <source>Mend what fails first</source>
        <translation>Erste Verletzung beheben</translation>
    </message>
    <message>
        <source>Say which team or product will use the data</source>
        <translation>Sagen Sie, welches Team oder Produkt die Daten nutzen wird</translation>
    </message>
    <message numerus="yes">
        <source>Asked for %n port(s)</source>
        <translation>
            <numerusform>Zugang zu %n Port beantragt</numerusform>
            <numerusform>Zugang zu %n Ports beantragt</numerusform>
        </translation>
    </message>
    <message>
        <source>From template</source>
        <translation>Aus Vorlage</translation>
    </message>
    <message>
        <source>%1 is no longer known: leave it out, or see whether a sync brings it back</source>
        <translation>%1 ist nicht mehr bekannt: lassen Sie es weg, oder sehen Sie, ob ein Abgleich es zurückbringt</translation>
    </message>
    <message>
        <source>No team or product that is known here has this name</source>
        <translation>Kein Team oder Produkt, das hier bekannt ist, heißt so</translation>
    </message>
</context>
<context>
    <name>portolan::views::access::ReviewPage</name>
    <message>
        <source>Reasons that are kept</source>
        <translation>Gemerkte Begründungen</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Nachfragen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Genehmigen</translation>
    </message>
    <message>
        <source>Ask for information</source>
        <translation>Nachfragen</translation>
    </message>
    <message>
        <source>Tick</source>
        <translation>Ankreuzen</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Entscheiden</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>Nichts wartet auf Sie</translation>
    </message>
    <message>
        <source>None of your accounts knows who you are. Requests that name you as an approver stand here once one does.</source>
        <translation>Keines Ihrer Konten weiß, wer Sie sind. Sobald eines es weiß, stehen hier die Anträge, über die Sie entscheiden.</translation>
    </message>
    <message>
        <source>Requests stand here in which you are the one who decides next.</source>
        <translation>Hier stehen Anträge, über die Sie als Nächstes entscheiden.</translation>
    </message>
    <message numerus="yes">
        <source>Approved %n port(s) for %1</source>
        <translation>
            <numerusform>%n Port für %1 genehmigt</numerusform>
            <numerusform>%n Ports für %1 genehmigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Approved %n request(s)</source>
        <translation>
            <numerusform>%n Antrag genehmigt</numerusform>
            <numerusform>%n Anträge genehmigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rejected %n port(s) for %1</source>
        <translation>
            <numerusform>%n Port für %1 abgelehnt</numerusform>
            <numerusform>%n Ports für %1 abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rejected %n request(s)</source>
        <translation>
            <numerusform>%n Antrag abgelehnt</numerusform>
            <numerusform>%n Anträge abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>Asked %1 for information</source>
        <translation>Bei %1 nachgefragt</translation>
    </message>
    <message numerus="yes">
        <source>Asked about %n request(s)</source>
        <translation>
            <numerusform>Zu %n Antrag nachgefragt</numerusform>
            <numerusform>Zu %n Anträgen nachgefragt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Approve %n request(s)</source>
        <translation>
            <numerusform>%n Antrag genehmigen</numerusform>
            <numerusform>%n Anträge genehmigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Approve %n port(s)</source>
        <translation>
            <numerusform>%n Port genehmigen</numerusform>
            <numerusform>%n Ports genehmigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Why not? Ctrl+Enter rejects</source>
        <translation>Warum nicht? Strg+Eingabe lehnt ab</translation>
    </message>
    <message>
        <source>What is to be known? Ctrl+Enter asks</source>
        <translation>Was wollen Sie wissen? Strg+Eingabe fragt</translation>
    </message>
    <message>
        <source>Reason; Ctrl+Enter approves</source>
        <translation>Begründung; Strg+Eingabe genehmigt</translation>
    </message>
    <message>
        <source>Fits the purpose</source>
        <translation>Passt zum Zweck</translation>
    </message>
    <message>
        <source>Approved for this period only</source>
        <translation>Nur für diesen Zeitraum genehmigt</translation>
    </message>
    <message>
        <source>Which fields are needed, and for what?</source>
        <translation>Welche Felder werden gebraucht, und wofür?</translation>
    </message>
    <message>
        <source>Is a shorter period enough?</source>
        <translation>Genügt ein kürzerer Zeitraum?</translation>
    </message>
    <message>
        <source>Another port serves this purpose with less personal data</source>
        <translation>Ein anderer Port dient diesem Zweck mit weniger personenbezogenen Daten</translation>
    </message>
    <message>
        <source>Keep this reason</source>
        <translation>Diese Begründung merken</translation>
    </message>
    <message>
        <source>Keep it no longer</source>
        <translation>Nicht mehr merken</translation>
    </message>
    <message>
        <source>Approve with a reason</source>
        <translation>Mit Begründung genehmigen</translation>
    </message>
    <message>
        <source>A rule fails. Why all the same? Ctrl+Enter approves</source>
        <translation>Eine Regel ist verletzt. Warum trotzdem? Strg+Eingabe genehmigt</translation>
    </message>
</context>
<context>
    <name>portolan::views::access::VerdictRows</name>
    <message>
        <source>When it was sent, the request said that this rule %1.</source>
        <translation>Beim Senden sagte der Antrag von dieser Regel: %1.</translation>
    </message>
    <message>
        <source>What the policies say</source>
        <translation>Was die Richtlinien sagen</translation>
    </message>
    <message>
        <source>Hide what holds</source>
        <translation>Eingehaltenes verbergen</translation>
    </message>
    <message numerus="yes">
        <source>Show what holds (%n)</source>
        <translation>
            <numerusform>Eingehaltenes zeigen (%n)</numerusform>
            <numerusform>Eingehaltenes zeigen (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>portolan::views::accounts::AccountDetail</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Last sync</source>
        <translation>Letzter Abgleich</translation>
    </message>
    <message>
        <source>The account</source>
        <translation>Das Konto</translation>
    </message>
    <message>
        <source>What it can do here</source>
        <translation>Was es hier kann</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>Remove account…</source>
        <translation>Konto entfernen…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation>Abgleich läuft</translation>
    </message>
    <message>
        <source>Progress of the sync</source>
        <translation>Fortschritt des Abgleichs</translation>
    </message>
    <message>
        <source>What is in it</source>
        <translation>Was darin ist</translation>
    </message>
    <message>
        <source>The last sync of %1 failed</source>
        <translation>Der letzte Abgleich von %1 ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>What you see below is what was known before. Nothing was removed.</source>
        <translation>Unten steht, was zuvor bekannt war. Es wurde nichts entfernt.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>A sync runs already</source>
        <translation>Ein Abgleich läuft bereits</translation>
    </message>
    <message>
        <source>Read what changed there</source>
        <translation>Dortige Änderungen lesen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>not synced yet</source>
        <translation>noch nicht abgeglichen</translation>
    </message>
    <message>
        <source>The sync could not be started</source>
        <translation>Der Abgleich konnte nicht gestartet werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Domänen</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>Erneut anmelden…</translation>
    </message>
    <message>
        <source>Edit account…</source>
        <translation>Konto bearbeiten…</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>Abmelden…</translation>
    </message>
    <message>
        <source>%1 waits until you sign in</source>
        <translation>%1 wartet, bis Sie sich anmelden</translation>
    </message>
    <message>
        <source>The platform takes its sign-in no longer.</source>
        <translation>Die Plattform nimmt seine Anmeldung nicht mehr an.</translation>
    </message>
    <message>
        <source>Portolan has no secret of it: it was not kept, or you signed out.</source>
        <translation>Portolan hat kein Geheimnis von ihm: Es wurde nicht behalten, oder Sie haben sich abgemeldet.</translation>
    </message>
    <message>
        <source>The keyring has its secret and is locked. Open the keyring, then try again.</source>
        <translation>Der Schlüsselbund hat sein Geheimnis und ist gesperrt. Öffnen Sie den Schlüsselbund und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open its own page in the browser</source>
        <translation>Seine eigene Seite im Browser öffnen</translation>
    </message>
    <message>
        <source>waiting for the first answer</source>
        <translation>wartet auf die erste Antwort</translation>
    </message>
    <message>
        <source>as of the last sync</source>
        <translation>Stand des letzten Abgleichs</translation>
    </message>
</context>
<context>
    <name>portolan::views::accounts::AccountsPane</name>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>The accounts could not be read</source>
        <translation>Die Konten konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>Noch kein Konto</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>Sync this account</source>
        <translation>Dieses Konto abgleichen</translation>
    </message>
    <message>
        <source>Remove account…</source>
        <translation>Konto entfernen…</translation>
    </message>
    <message>
        <source>Remove account</source>
        <translation>Konto entfernen</translation>
    </message>
    <message>
        <source>Remove %1 from Portolan?</source>
        <translation>%1 aus Portolan entfernen?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Removing the account</source>
        <translation>Konto wird entfernt</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <source>An account is where the mesh comes from: a folder with contracts, products and dbt artifacts, or the server of a platform.</source>
        <translation>Ein Konto ist, woher das Mesh kommt: ein Ordner mit Verträgen, Produkten und dbt-Artefakten oder der Server einer Plattform.</translation>
    </message>
    <message>
        <source>Add server…</source>
        <translation>Server hinzufügen…</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>Erneut anmelden…</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Edit account…</source>
        <translation>Konto bearbeiten…</translation>
    </message>
    <message>
        <source>Editing the account</source>
        <translation>Konto wird bearbeitet</translation>
    </message>
    <message>
        <source>The secret is not kept</source>
        <translation>Das Geheimnis wird nicht aufbewahrt</translation>
    </message>
    <message>
        <source>The keyring of this desktop is locked, or there is none. What you entered is used until Portolan ends, and asked for again after the next start.</source>
        <translation>Der Schlüsselbund dieses Desktops ist gesperrt, oder es gibt keinen. Was Sie eingegeben haben, wird verwendet, bis Portolan endet; nach dem nächsten Start wird erneut danach gefragt.</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>Abmelden…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Sign out of %1?</source>
        <translation>Von %1 abmelden?</translation>
    </message>
    <message>
        <source>Its secret is removed from this machine. What is known of it stays, and what waits to be sent waits until you sign in again.</source>
        <translation>Sein Geheimnis wird von diesem Rechner entfernt. Was von ihm bekannt ist, bleibt, und was zu senden ist, wartet, bis Sie sich wieder anmelden.</translation>
    </message>
    <message>
        <source>Signing out</source>
        <translation>Abmeldung läuft</translation>
    </message>
    <message>
        <source>What only this account knows disappears from the catalogue, and its history with it. The folder %1 and its files stay as they are.</source>
        <translation>Was nur dieses Konto kennt, verschwindet aus dem Katalog und mit ihm seine Geschichte. Der Ordner %1 und seine Dateien bleiben unverändert.</translation>
    </message>
    <message>
        <source>What only this account knows disappears from the catalogue, and with it its history: check runs, earlier versions and lineage, which no synchronisation brings back.</source>
        <translation>Was nur dieses Konto kennt, verschwindet aus dem Katalog und mit ihm seine Geschichte: Prüfläufe, frühere Versionen und Herkunft, die kein Abgleich zurückbringt.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in the outbox are not done yet. They are given up with the account, and never sent.</source>
        <translation>
            <numerusform>%n Sache im Postausgang ist noch nicht erledigt. Sie wird mit dem Konto aufgegeben und nie gesendet.</numerusform>
            <numerusform>%n Sachen im Postausgang sind noch nicht erledigt. Sie werden mit dem Konto aufgegeben und nie gesendet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::accounts::AddFolder</name>
    <message>
        <source>Add and sync</source>
        <translation>Hinzufügen und abgleichen</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>A folder with contracts, products or dbt artifacts</source>
        <translation>Ein Ordner mit Verträgen, Produkten oder dbt-Artefakten</translation>
    </message>
    <message>
        <source>Name of the account</source>
        <translation>Name des Kontos</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Folder to read</source>
        <translation>Zu lesender Ordner</translation>
    </message>
    <message>
        <source>This does not work</source>
        <translation>Das funktioniert nicht</translation>
    </message>
    <message>
        <source>This works</source>
        <translation>Das funktioniert</translation>
    </message>
    <message>
        <source>There is no such folder. Give its whole path.</source>
        <translation>Diesen Ordner gibt es nicht. Den vollständigen Pfad angeben.</translation>
    </message>
    <message>
        <source>There is an account of this name already. Choose another one.</source>
        <translation>Es gibt bereits ein Konto mit diesem Namen. Bitte einen anderen wählen.</translation>
    </message>
    <message>
        <source>Portolan reads the files of the folder and watches it. It writes there only what you do about access: requests, and what you decide about them.</source>
        <translation>Portolan liest die Dateien des Ordners und überwacht ihn. Es schreibt dorthin nur, was Sie zum Zugang tun: Anträge und was Sie über sie entscheiden.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>portolan::views::accounts::AddServer</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Name of the account</source>
        <translation>Name des Kontos</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Add and sync</source>
        <translation>Hinzufügen und abgleichen</translation>
    </message>
    <message>
        <source>Add a server</source>
        <translation>Server hinzufügen</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>This is no address</source>
        <translation>Das ist keine Adresse</translation>
    </message>
    <message>
        <source>Give it whole, beginning with https://</source>
        <translation>Vollständig angeben, beginnend mit https://</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Der Server wird gefragt…</translation>
    </message>
    <message>
        <source>This works</source>
        <translation>Das funktioniert</translation>
    </message>
    <message>
        <source>This does not work</source>
        <translation>Das funktioniert nicht</translation>
    </message>
    <message>
        <source>Add without checking</source>
        <translation>Ungeprüft hinzufügen</translation>
    </message>
    <message>
        <source>It was not added</source>
        <translation>Nicht hinzugefügt</translation>
    </message>
    <message>
        <source>There is an account of this name already. Choose another one.</source>
        <translation>Es gibt bereits ein Konto mit diesem Namen. Bitte einen anderen wählen.</translation>
    </message>
    <message>
        <source>Domains, certificates and proxy</source>
        <translation>Domänen, Zertifikate und Proxy</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>This names nobody</source>
        <translation>Das nennt niemanden</translation>
    </message>
    <message>
        <source>Certificates and proxy</source>
        <translation>Zertifikate und Proxy</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Adding…</source>
        <translation>Wird hinzugefügt …</translation>
    </message>
    <message>
        <source>The keyring of this desktop may have a question.</source>
        <translation>Der Schlüsselbund dieses Desktops hat vielleicht eine Frage.</translation>
    </message>
</context>
<context>
    <name>portolan::views::accounts::CapabilityModel</name>
    <message>
        <source>not offered</source>
        <translation>nicht angeboten</translation>
    </message>
    <message>
        <source>Capability</source>
        <translation>Fähigkeit</translation>
    </message>
    <message>
        <source>Portolan can</source>
        <translation>Portolan kann</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>partly</source>
        <translation>teils</translation>
    </message>
</context>
<context>
    <name>portolan::views::accounts::CapabilityTable</name>
    <message>
        <source>What it can do here</source>
        <translation>Was es hier kann</translation>
    </message>
</context>
<context>
    <name>portolan::views::accounts::ConnectionFields</name>
    <message>
        <source>Policy on requests</source>
        <translation>Richtlinie zu Anträgen</translation>
    </message>
    <message>
        <source>Policy on products</source>
        <translation>Richtlinie zu Produkten</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Client-Zertifikat</translation>
    </message>
    <message>
        <source>Certificate of the organisation</source>
        <translation>Zertifikat der Organisation</translation>
    </message>
    <message>
        <source>A PEM file, with its whole path</source>
        <translation>Eine PEM-Datei, mit vollständigem Pfad</translation>
    </message>
    <message>
        <source>A PEM file, for mutual TLS</source>
        <translation>Eine PEM-Datei, für mutual TLS</translation>
    </message>
    <message>
        <source>Client key</source>
        <translation>Client-Schlüssel</translation>
    </message>
    <message>
        <source>A PEM file; empty when it is in the certificate&apos;s</source>
        <translation>Eine PEM-Datei; leer, wenn er in der des Zertifikats steht</translation>
    </message>
    <message>
        <source>Password of the client key</source>
        <translation>Passwort des Client-Schlüssels</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>Adresse des Proxys</translation>
    </message>
    <message>
        <source>User at the proxy</source>
        <translation>Benutzer beim Proxy</translation>
    </message>
    <message>
        <source>Empty where it asks for none</source>
        <translation>Leer, wenn er keinen verlangt</translation>
    </message>
    <message>
        <source>Password at the proxy</source>
        <translation>Passwort beim Proxy</translation>
    </message>
    <message>
        <source>Domains to keep</source>
        <translation>Gewünschte Domänen</translation>
    </message>
    <message>
        <source>All; or names with commas between them</source>
        <translation>Alle; oder Namen, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Empty where it has none</source>
        <translation>Leer, wenn es keines gibt</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Auswählen: %1</translation>
    </message>
    <message>
        <source>Certificates and keys (*.pem *.crt *.cer *.key)</source>
        <translation>Zertifikate und Schlüssel (*.pem *.crt *.cer *.key)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>As the environment says</source>
        <translation>Wie in der Umgebung festgelegt</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>Dieser</translation>
    </message>
    <message>
        <source>Own authority</source>
        <translation>Eigene CA</translation>
    </message>
    <message>
        <source>Key password</source>
        <translation>Schlüsselpasswort</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>As it is; or a new one</source>
        <translation>Wie es ist; oder ein neues</translation>
    </message>
    <message>
        <source>Who acts</source>
        <translation>Wer handelt</translation>
    </message>
    <message>
        <source>Requests for access are decided in this name: the key does not say whose it is. Without an e-mail address they are only read.</source>
        <translation>Zugriffsanfragen werden in diesem Namen entschieden: der Schlüssel sagt nicht, wem er gehört. Ohne E-Mail-Adresse werden sie nur gelesen.</translation>
    </message>
    <message>
        <source>Who acts needs an e-mail address, as in Maya Lindqvist &lt;maya@example.com&gt;.</source>
        <translation>Wer handelt, braucht eine E-Mail-Adresse, wie in Maya Lindqvist &lt;maya@example.com&gt;.</translation>
    </message>
</context>
<context>
    <name>portolan::views::accounts::EditServer</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>Name of the account</source>
        <translation>Name des Kontos</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Der Server wird gefragt…</translation>
    </message>
    <message>
        <source>This does not work</source>
        <translation>Das funktioniert nicht</translation>
    </message>
    <message>
        <source>Save without checking</source>
        <translation>Ungeprüft speichern</translation>
    </message>
    <message>
        <source>It was not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>There is an account of this name already. Choose another one.</source>
        <translation>Es gibt bereits ein Konto mit diesem Namen. Bitte einen anderen wählen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>This names nobody</source>
        <translation>Das nennt niemanden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>The keyring of this desktop may have a question.</source>
        <translation>Der Schlüsselbund dieses Desktops hat vielleicht eine Frage.</translation>
    </message>
</context>
<context>
    <name>portolan::views::accounts::LeftSecrets</name>
    <message>
        <source>Remove now</source>
        <translation>Jetzt entfernen</translation>
    </message>
    <message numerus="yes">
        <source>The keyring was locked when %n account(s) were removed, and still has what was secret of them. Open the keyring: it goes from there at the next start of Portolan, or now.</source>
        <translation>
            <numerusform>Der Schlüsselbund war gesperrt, als ein Konto entfernt wurde, und hat dessen Geheimnisse noch. Öffnen Sie ihn: sie verschwinden beim nächsten Start von Portolan, oder jetzt.</numerusform>
            <numerusform>Der Schlüsselbund war gesperrt, als %n Konten entfernt wurden, und hat deren Geheimnisse noch. Öffnen Sie ihn: sie verschwinden beim nächsten Start von Portolan, oder jetzt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The account is removed, its secret is not</source>
        <translation>Das Konto ist entfernt, sein Geheimnis nicht</translation>
    </message>
    <message>
        <source>The keyring is locked and still has it. Open the keyring and choose “Remove now” below the accounts; otherwise it goes at the next start of Portolan while the keyring is open.</source>
        <translation>Der Schlüsselbund ist gesperrt und hat es noch. Öffnen Sie ihn und wählen Sie unter den Konten „Jetzt entfernen“; sonst verschwindet es beim nächsten Start von Portolan bei offenem Schlüsselbund.</translation>
    </message>
</context>
<context>
    <name>portolan::views::accounts::OrderBar</name>
    <message>
        <source>Move up</source>
        <translation>Nach oben verschieben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten verschieben</translation>
    </message>
    <message>
        <source>Joined things</source>
        <translation>Verbundene Dinge</translation>
    </message>
    <message>
        <source>What several accounts know, and what may be one</source>
        <translation>Was mehrere Konten kennen und was vielleicht eins ist</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Where several have a value, the upper account&apos;s is shown.</source>
        <translation>Haben mehrere einen Wert, wird der des oberen Kontos gezeigt.</translation>
    </message>
    <message>
        <source>The order could not be kept: %1</source>
        <translation>Die Reihenfolge konnte nicht gespeichert werden: %1</translation>
    </message>
</context>
<context>
    <name>portolan::views::accounts::SignInAgain</name>
    <message>
        <source>Sign in and sync</source>
        <translation>Anmelden und abgleichen</translation>
    </message>
    <message>
        <source>Sign in to %1</source>
        <translation>Bei %1 anmelden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Der Server wird gefragt …</translation>
    </message>
</context>
<context>
    <name>portolan::views::accounts::SignInFields</name>
    <message>
        <source>Not at all: it asks nobody who they are</source>
        <translation>Gar nicht: der Server fragt niemanden, wer er ist</translation>
    </message>
    <message>
        <source>With a token or key</source>
        <translation>Mit Token oder Schlüssel</translation>
    </message>
    <message>
        <source>With user and password</source>
        <translation>Mit Benutzer und Passwort</translation>
    </message>
    <message>
        <source>In the browser (OpenID Connect)</source>
        <translation>Im Browser (OpenID Connect)</translation>
    </message>
    <message>
        <source>With a code on another device (OpenID Connect)</source>
        <translation>Mit einem Code auf einem anderen Gerät (OpenID Connect)</translation>
    </message>
    <message>
        <source>Where it is made</source>
        <translation>Seite zum Erstellen</translation>
    </message>
    <message>
        <source>Go on in the browser. It comes back here by itself.</source>
        <translation>Im Browser weitermachen. Danach geht es hier von selbst weiter.</translation>
    </message>
    <message>
        <source>How to sign in</source>
        <translation>Art der Anmeldung</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Address of the OpenID provider</source>
        <translation>Adresse des OpenID-Anbieters</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Client-Kennung</translation>
    </message>
    <message>
        <source>As the platform team registered Portolan there</source>
        <translation>Wie das Plattformteam Portolan dort registriert hat</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Get a code</source>
        <translation>Code holen</translation>
    </message>
    <message>
        <source>Open the browser</source>
        <translation>Browser öffnen</translation>
    </message>
    <message>
        <source>Give the provider&apos;s address and the client id first. The platform team knows both.</source>
        <translation>Zuerst die Adresse des Anbieters und die Client-Kennung angeben. Das Plattformteam kennt beide.</translation>
    </message>
    <message>
        <source>Asking the provider…</source>
        <translation>Der Anbieter wird gefragt…</translation>
    </message>
    <message>
        <source>Type this code at %1. Type no code that somebody else sent you.</source>
        <translation>Diesen Code bei %1 eingeben. Keinen Code eingeben, den jemand anders geschickt hat.</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>Angemeldet als %1</translation>
    </message>
</context>
<context>
    <name>portolan::views::catalog::CatalogPane</name>
    <message>
        <source>Save view</source>
        <translation>Ansicht speichern</translation>
    </message>
    <message>
        <source>Compare chosen results</source>
        <translation>Ausgewählte Ergebnisse vergleichen</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>Liste exportieren</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Delete saved view</source>
        <translation>Gespeicherte Ansicht löschen</translation>
    </message>
    <message>
        <source>Saving the view</source>
        <translation>Speichern der Ansicht</translation>
    </message>
    <message>
        <source>Name of this filter and order</source>
        <translation>Name für diesen Filter und diese Sortierung</translation>
    </message>
    <message>
        <source>There is a view called “%1” already.</source>
        <translation>Eine Ansicht namens „%1“ gibt es bereits.</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Following</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>The catalogue could not be read</source>
        <translation>Der Katalog konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Nothing matches “%1”. Did you mean</source>
        <translation>Keine Treffer für „%1“. Gemeint war vielleicht</translation>
    </message>
    <message>
        <source>Reading the catalogue</source>
        <translation>Katalog wird gelesen</translation>
    </message>
    <message>
        <source>Nothing matches this filter</source>
        <translation>Nichts entspricht diesem Filter</translation>
    </message>
    <message>
        <source>Without %1 there are %2.</source>
        <translation>Ohne %1 sind es %2.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Nothing that your accounts know has all of this. Fewer words or filters find more.</source>
        <translation>Nichts, was Ihre Konten kennen, erfüllt all dies. Weniger Wörter oder Filter finden mehr.</translation>
    </message>
    <message>
        <source>Still reading</source>
        <translation>Wird noch gelesen</translation>
    </message>
    <message>
        <source>The first products and assets appear here as soon as they are read.</source>
        <translation>Die ersten Produkte und Assets erscheinen hier, sobald sie gelesen sind.</translation>
    </message>
    <message>
        <source>No products or assets yet</source>
        <translation>Noch keine Produkte oder Assets</translation>
    </message>
    <message>
        <source>The catalogue shows what your accounts know. Add a folder with ODPS, ODCS or dbt files to fill it.</source>
        <translation>Der Katalog zeigt, was Ihre Konten kennen. Fügen Sie einen Ordner mit ODPS-, ODCS- oder dbt-Dateien hinzu, um ihn zu füllen.</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Kommagetrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>Exporting the list</source>
        <translation>Liste wird exportiert</translation>
    </message>
    <message>
        <source>Add to request</source>
        <translation>Zum Antrag legen</translation>
    </message>
    <message>
        <source>Search on the platforms</source>
        <translation>Auf den Plattformen suchen</translation>
    </message>
</context>
<context>
    <name>portolan::views::catalog::CompareView</name>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Clear choice</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>%1 side by side; what differs is in bold</source>
        <translation>%1 nebeneinander; Unterschiede sind fett</translation>
    </message>
</context>
<context>
    <name>portolan::views::catalog::FacetView</name>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Only this</source>
        <translation>Nur dies</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>Ausschließen</translation>
    </message>
</context>
<context>
    <name>portolan::views::catalog::FilterPopup</name>
    <message>
        <source>Completions</source>
        <translation>Vervollständigungen</translation>
    </message>
</context>
<context>
    <name>portolan::views::catalog::Inspector</name>
    <message>
        <source>Service levels</source>
        <translation>Service-Level</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Select a row to see it here</source>
        <translation>Eine Zeile auswählen, um sie hier anzuzeigen</translation>
    </message>
    <message>
        <source>Close the inspector</source>
        <translation>Inspektor schließen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Output ports</source>
        <translation>Ausgabeports</translation>
    </message>
    <message>
        <source>Service levels, as promised</source>
        <translation>Service-Level, wie zugesagt</translation>
    </message>
    <message>
        <source>Seen by</source>
        <translation>Gesehen von</translation>
    </message>
    <message>
        <source>Following</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>1 consumer</source>
        <translation>1 Konsument</translation>
    </message>
    <message>
        <source>%1 consumers</source>
        <translation>%1 Konsumenten</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>1 owner</source>
        <translation>1 Verantwortliche(r)</translation>
    </message>
    <message>
        <source>%1 owners</source>
        <translation>%1 Verantwortliche</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Sensibilität</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Verwendet von</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>portolan::views::catalog::PlatformPanel</name>
    <message>
        <source>On your platforms</source>
        <translation>Auf Ihren Plattformen</translation>
    </message>
    <message>
        <source>Search on the platforms</source>
        <translation>Auf den Plattformen suchen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Close what the platforms found</source>
        <translation>Funde der Plattformen schließen</translation>
    </message>
    <message>
        <source>Search for the new words</source>
        <translation>Nach den neuen Wörtern suchen</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Erneut suchen</translation>
    </message>
    <message>
        <source>Type words to search for: platforms are not asked for filters</source>
        <translation>Wörter eingeben, nach denen gesucht wird: Filter werden an Plattformen nicht gesendet</translation>
    </message>
    <message>
        <source>They may have more than is synced here; nothing is sent until you ask</source>
        <translation>Sie haben vielleicht mehr, als hier abgeglichen ist; gesendet wird nichts, bevor Sie suchen</translation>
    </message>
    <message>
        <source>The platforms could not be asked</source>
        <translation>Die Plattformen konnten nicht gefragt werden</translation>
    </message>
    <message>
        <source>No platform to ask</source>
        <translation>Keine Plattform, die gefragt werden kann</translation>
    </message>
    <message>
        <source>None of your accounts has a search of its own. Accounts of DataHub, OpenMetadata, Marquez and Entropy Data do.</source>
        <translation>Keines Ihrer Konten hat eine eigene Suche. Konten von DataHub, OpenMetadata, Marquez und Entropy Data haben eine.</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>In the catalogue. Enter opens its page.</source>
        <translation>Im Katalog. Eingabe öffnet die Seite.</translation>
    </message>
    <message>
        <source>Not in the catalogue. %1</source>
        <translation>Nicht im Katalog. %1</translation>
    </message>
    <message>
        <source>Not in the catalogue. %1 Enter opens its page on %2.</source>
        <translation>Nicht im Katalog. %1 Eingabe öffnet die Seite auf %2.</translation>
    </message>
</context>
<context>
    <name>portolan::views::catalog::PortRow</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>portolan::views::catalog::QueryBar</name>
    <message>
        <source>No results</source>
        <translation>Keine Ergebnisse</translation>
    </message>
    <message>
        <source>1 result</source>
        <translation>1 Ergebnis</translation>
    </message>
    <message>
        <source>%1 results</source>
        <translation>%1 Ergebnisse</translation>
    </message>
    <message>
        <source>over %1 results</source>
        <translation>über %1 Ergebnisse</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Ansicht speichern</translation>
    </message>
    <message>
        <source>More for this list</source>
        <translation>Mehr für diese Liste</translation>
    </message>
    <message>
        <source>Inspector (F4)</source>
        <translation>Inspektor (F4)</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter by words or by key:value</source>
        <translation>Nach Wörtern oder key:value filtern</translation>
    </message>
    <message>
        <source>Best match</source>
        <translation>Beste Übereinstimmung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Most used</source>
        <translation>Meistgenutzt</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Zuletzt geändert</translation>
    </message>
    <message>
        <source>Sort:</source>
        <translation>Sortieren:</translation>
    </message>
    <message>
        <source>in %1 ms</source>
        <translation>in %1 ms</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Shows the %1 chosen results side by side</source>
        <translation>Zeigt die %1 ausgewählten Ergebnisse nebeneinander</translation>
    </message>
    <message>
        <source>Choose two to four results with Space to compare them</source>
        <translation>Zwei bis vier Ergebnisse mit der Leertaste auswählen, um sie zu vergleichen</translation>
    </message>
</context>
<context>
    <name>portolan::views::catalog::ResultDelegate</name>
    <message>
        <source>Service levels: %1, %2</source>
        <translation>Service-Level: %1, %2</translation>
    </message>
</context>
<context>
    <name>portolan::views::catalog::ResultView</name>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
</context>
<context>
    <name>portolan::views::catalog::RowMenu</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open in a tab behind</source>
        <translation>In Tab im Hintergrund öffnen</translation>
    </message>
    <message>
        <source>Choose for comparing</source>
        <translation>Zum Vergleichen auswählen</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>Kopieren als</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>URN or native id</source>
        <translation>URN oder native ID</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Filter by</source>
        <translation>Filtern nach</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Show lineage</source>
        <translation>Herkunft zeigen</translation>
    </message>
    <message>
        <source>Add to request</source>
        <translation>Zum Antrag legen</translation>
    </message>
</context>
<context>
    <name>portolan::views::joins::JoinsPane</name>
    <message>
        <source>Joined things</source>
        <translation>Verbundene Dinge</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter joined things</source>
        <translation>Verbundene Dinge filtern</translation>
    </message>
    <message>
        <source>Both are one thing, with one page</source>
        <translation>Beide sind ein Ding, mit einer Seite</translation>
    </message>
    <message>
        <source>They are two things; this is not suggested again</source>
        <translation>Es sind zwei Dinge; dies wird nicht wieder vorgeschlagen</translation>
    </message>
    <message>
        <source>The name is another thing, with a page of its own</source>
        <translation>Der Name ist ein anderes Ding, mit eigener Seite</translation>
    </message>
    <message>
        <source>Keys and sources decide again</source>
        <translation>Schlüssel und Quellen entscheiden wieder</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>What is joined could not be read</source>
        <translation>Was verbunden ist, konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Open accounts</source>
        <translation>Konten öffnen</translation>
    </message>
    <message>
        <source>Nothing is joined</source>
        <translation>Nichts ist verbunden</translation>
    </message>
    <message>
        <source>What two accounts, or two files, call differently is one thing here as soon as their keys agree, one of them names the other, or you say so.</source>
        <translation>Was zwei Konten oder zwei Dateien verschieden nennen, ist hier ein Ding, sobald die Schlüssel übereinstimmen, das eine das andere nennt oder Sie es sagen.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>No name, account or reason holds these words.</source>
        <translation>Kein Name, Konto oder Grund enthält diese Wörter.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle anzeigen</translation>
    </message>
    <message>
        <source>%1 of %2 joined things are listed; the others say so on their pages.</source>
        <translation>%1 von %2 verbundenen Dingen sind aufgeführt; bei den übrigen steht es auf ihren Seiten.</translation>
    </message>
    <message>
        <source>There may be more suggestions once these are decided.</source>
        <translation>Sobald über diese entschieden ist, kommen vielleicht weitere Vorschläge.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Keep apart</source>
        <translation>Getrennt halten</translation>
    </message>
    <message>
        <source>Forget the decision</source>
        <translation>Entscheidung vergessen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the other one</source>
        <translation>Das andere öffnen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
</context>
<context>
    <name>portolan::views::joins::NamesPart</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>May be one</source>
        <translation>Vielleicht eins</translation>
    </message>
    <message>
        <source>Kept apart</source>
        <translation>Getrennt gehalten</translation>
    </message>
    <message>
        <source>Keep apart</source>
        <translation>Getrennt halten</translation>
    </message>
    <message>
        <source>Keep apart: %1</source>
        <translation>Getrennt halten: %1</translation>
    </message>
    <message>
        <source>This is another thing: it gets a page of its own</source>
        <translation>Dies ist ein anderes Ding: es bekommt eine eigene Seite</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Join with %1</source>
        <translation>Mit %1 verbinden</translation>
    </message>
    <message>
        <source>Dismiss: %1</source>
        <translation>Verwerfen: %1</translation>
    </message>
    <message>
        <source>Both are one thing, with one page</source>
        <translation>Beide sind ein Ding, mit einer Seite</translation>
    </message>
    <message>
        <source>They are two things; this is not suggested again</source>
        <translation>Es sind zwei Dinge; dies wird nicht wieder vorgeschlagen</translation>
    </message>
    <message>
        <source>Join again</source>
        <translation>Wieder verbinden</translation>
    </message>
    <message>
        <source>Forget this</source>
        <translation>Dies vergessen</translation>
    </message>
    <message>
        <source>Forget that they were kept apart: they are one again</source>
        <translation>Vergessen, dass sie getrennt gehalten wurden: sie sind wieder eins</translation>
    </message>
    <message>
        <source>Forget that they were kept apart</source>
        <translation>Vergessen, dass sie getrennt gehalten wurden</translation>
    </message>
    <message>
        <source>Whose value is shown</source>
        <translation>Wessen Wert gezeigt wird</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>not shown: %1 (%2)</source>
        <translation>nicht gezeigt: %1 (%2)</translation>
    </message>
</context>
<context>
    <name>portolan::views::joins::UndoLine</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Take it back (%1)</source>
        <translation>Zurücknehmen (%1)</translation>
    </message>
</context>
<context>
    <name>portolan::views::lineage::Bar</name>
    <message>
        <source>all</source>
        <comment>depth</comment>
        <translation>alle</translation>
    </message>
    <message>
        <source>none</source>
        <comment>grouping</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>domain</source>
        <comment>grouping</comment>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>domain and product</source>
        <comment>grouping</comment>
        <translation>Domäne und Produkt</translation>
    </message>
    <message>
        <source>product</source>
        <comment>grouping</comment>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>schema</source>
        <comment>grouping</comment>
        <translation>Schema</translation>
    </message>
    <message>
        <source>classification</source>
        <comment>overlay</comment>
        <translation>Klassifizierung</translation>
    </message>
    <message>
        <source>none</source>
        <comment>overlay</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>Find in graph</source>
        <translation>Im Graphen suchen</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Show as</source>
        <translation>Zeigen als</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Graph</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Tidier layout</source>
        <translation>Aufgeräumtere Anordnung</translation>
    </message>
    <message>
        <source>Zoom out (-)</source>
        <translation>Verkleinern (-)</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>Vergrößern (+)</translation>
    </message>
    <message>
        <source>Show all of it (F)</source>
        <translation>Alles zeigen (F)</translation>
    </message>
    <message>
        <source>Minimap</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Inspector (F4)</source>
        <translation>Inspektor (F4)</translation>
    </message>
    <message>
        <source>Export (Ctrl+E)</source>
        <translation>Exportieren (Strg+E)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>Alle zuklappen</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>Alle aufklappen</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>Bild (PNG)</translation>
    </message>
    <message>
        <source>Drawing (SVG)</source>
        <translation>Zeichnung (SVG)</translation>
    </message>
    <message>
        <source>Page (PDF)</source>
        <translation>Seite (PDF)</translation>
    </message>
    <message>
        <source>Edges as a table (CSV)</source>
        <translation>Kanten als Tabelle (CSV)</translation>
    </message>
    <message>
        <source>Graphviz (DOT)</source>
        <translation>Graphviz (DOT)</translation>
    </message>
    <message>
        <source>Nodes and edges (JSON)</source>
        <translation>Knoten und Kanten (JSON)</translation>
    </message>
    <message>
        <source>Upstream:</source>
        <translation>Aufwärts:</translation>
    </message>
    <message>
        <source>Downstream:</source>
        <translation>Abwärts:</translation>
    </message>
    <message>
        <source>Group:</source>
        <translation>Gruppe:</translation>
    </message>
    <message>
        <source>Overlay:</source>
        <translation>Auflage:</translation>
    </message>
    <message>
        <source>As of: %1</source>
        <translation>Stand: %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>status</source>
        <comment>overlay</comment>
        <translation>Status</translation>
    </message>
    <message>
        <source>freshness</source>
        <comment>overlay</comment>
        <translation>Aktualität</translation>
    </message>
    <message>
        <source>SLO</source>
        <comment>overlay</comment>
        <translation>SLO</translation>
    </message>
    <message>
        <source>agreements</source>
        <comment>overlay</comment>
        <translation>Vereinbarungen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter what is shown (Ctrl+L)</source>
        <translation>Filtern, was zu sehen ist (Strg+L)</translation>
    </message>
</context>
<context>
    <name>portolan::views::lineage::BoxMenu</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open in a tab behind</source>
        <translation>In einem Tab dahinter öffnen</translation>
    </message>
    <message>
        <source>Only what hangs on this</source>
        <translation>Nur was daran hängt</translation>
    </message>
    <message>
        <source>Pick out upstream</source>
        <translation>Aufwärts hervorheben</translation>
    </message>
    <message>
        <source>Pick out downstream</source>
        <translation>Abwärts hervorheben</translation>
    </message>
    <message>
        <source>Pick out both</source>
        <translation>Beides hervorheben</translation>
    </message>
    <message>
        <source>Path to…</source>
        <translation>Weg zu …</translation>
    </message>
    <message>
        <source>Hide columns</source>
        <translation>Spalten ausblenden</translation>
    </message>
    <message>
        <source>Show columns</source>
        <translation>Spalten zeigen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>URN or native id</source>
        <translation>URN oder eigene Kennung</translation>
    </message>
    <message>
        <source>Unfold %1</source>
        <translation>%1 aufklappen</translation>
    </message>
    <message>
        <source>Fold %1</source>
        <translation>%1 zuklappen</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>Alle zuklappen</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>Alle aufklappen</translation>
    </message>
    <message>
        <source>Request access…</source>
        <translation>Zugang anfragen…</translation>
    </message>
    <message>
        <source>Add to request</source>
        <translation>Zum Antrag legen</translation>
    </message>
</context>
<context>
    <name>portolan::views::lineage::Canvas</name>
    <message>
        <source>Lineage graph</source>
        <translation>Graph der Herkunft</translation>
    </message>
    <message>
        <source>known by its name only</source>
        <translation>nur dem Namen nach bekannt</translation>
    </message>
    <message>
        <source>made from %1, read by %2</source>
        <translation>entsteht aus %1, gelesen von %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s), folded</source>
        <translation>
            <numerusform>%Ln Ding, zugeklappt</numerusform>
            <numerusform>%Ln Dinge, zugeklappt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::lineage::DateDialog</name>
    <message>
        <source>Lineage of another day</source>
        <translation>Herkunft an einem anderen Tag</translation>
    </message>
    <message>
        <source>Compare with an earlier day</source>
        <translation>Mit einem früheren Tag vergleichen</translation>
    </message>
    <message>
        <source>As of the end of</source>
        <translation>Stand am Ende des</translation>
    </message>
    <message>
        <source>Earlier day</source>
        <translation>Früherer Tag</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>portolan::views::lineage::Exporter</name>
    <message>
        <source>Writing %1</source>
        <translation>%1 wird geschrieben</translation>
    </message>
    <message>
        <source>Exporting the lineage</source>
        <translation>Herkunft wird exportiert</translation>
    </message>
</context>
<context>
    <name>portolan::views::lineage::FilterRow</name>
    <message>
        <source>Filter by words or by key:value</source>
        <translation>Nach Wörtern oder key:value filtern</translation>
    </message>
    <message>
        <source>Filter the lineage</source>
        <translation>Herkunft filtern</translation>
    </message>
    <message>
        <source>A lineage cannot be filtered by “%1”. Filters are: %2.</source>
        <translation>Herkunft lässt sich nicht nach „%1“ filtern. Filter sind: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln thing(s)</source>
        <translation>
            <numerusform>%1 von %Ln Ding</numerusform>
            <numerusform>%1 von %Ln Dingen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::lineage::ImpactView</name>
    <message>
        <source>Impact</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Downstream</source>
        <translation>Abwärts</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>Aufwärts</translation>
    </message>
    <message>
        <source>Filter the table</source>
        <translation>Tabelle filtern</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Als CSV speichern</translation>
    </message>
    <message>
        <source>Nothing is selected</source>
        <translation>Nichts ist ausgewählt</translation>
    </message>
    <message>
        <source>Select a box in the graph or the list: this table then shows all that a change of it reaches, and whom to ask.</source>
        <translation>Wählen Sie einen Kasten im Graphen oder in der Liste: dann zeigt diese Tabelle alles, was eine Änderung daran erreicht, und wen man fragt.</translation>
    </message>
    <message>
        <source>Nothing matches this filter</source>
        <translation>Nichts passt zu diesem Filter</translation>
    </message>
    <message>
        <source>Nobody reads %1</source>
        <translation>Niemand liest %1</translation>
    </message>
    <message>
        <source>As far as your accounts know, a change of it reaches nothing.</source>
        <translation>Soweit Ihre Konten wissen, erreicht eine Änderung daran nichts.</translation>
    </message>
    <message>
        <source>Nothing is known above %1</source>
        <translation>Oberhalb von %1 ist nichts bekannt</translation>
    </message>
    <message>
        <source>Your accounts do not say what it is made from.</source>
        <translation>Ihre Konten sagen nicht, woraus es entsteht.</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Tabelle speichern</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Durch Kommas getrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>Saving the table</source>
        <translation>Speichern der Tabelle</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>%1 wird geschrieben</translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s)</source>
        <translation>
            <numerusform>%Ln Ding</numerusform>
            <numerusform>%Ln Dinge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln thing(s)</source>
        <translation>
            <numerusform>%1 von %Ln Ding</numerusform>
            <numerusform>%1 von %Ln Dingen</numerusform>
        </translation>
    </message>
    <message>
        <source>The impact table is written as CSV. Give the file a name that ends in “.csv”.</source>
        <translation>Die Auswirkungstabelle wird als CSV geschrieben. Geben Sie der Datei einen Namen, der auf „.csv“ endet.</translation>
    </message>
</context>
<context>
    <name>portolan::views::lineage::Inspector</name>
    <message>
        <source>masked</source>
        <translation>maskiert</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>Reichweite</translation>
    </message>
    <message>
        <source>Who is hit</source>
        <translation>Wen es trifft</translation>
    </message>
    <message>
        <source>Impact table</source>
        <translation>Tabelle der Wirkung</translation>
    </message>
    <message>
        <source>How it is known</source>
        <translation>Woher man es weiß</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Anweisung</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Path to…</source>
        <translation>Weg zu …</translation>
    </message>
    <message>
        <source>Columns (Space)</source>
        <translation>Spalten (Leertaste)</translation>
    </message>
    <message>
        <source>Only what hangs on this</source>
        <translation>Nur was daran hängt</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Select a box or a line to see it here</source>
        <translation>Wählen Sie einen Kasten oder eine Linie, um sie hier zu sehen</translation>
    </message>
    <message>
        <source>Things</source>
        <translation>Dinge</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Linien</translation>
    </message>
    <message>
        <source>Crossings</source>
        <translation>Kreuzungen</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>known by its name only</source>
        <translation>nur dem Namen nach bekannt</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n Produkt</numerusform>
            <numerusform>%n Produkte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n domain(s)</source>
        <translation>
            <numerusform>%n Domäne</numerusform>
            <numerusform>%n Domänen</numerusform>
        </translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>Aufwärts</translation>
    </message>
    <message>
        <source>Downstream</source>
        <translation>Abwärts</translation>
    </message>
    <message>
        <source>Owners</source>
        <translation>Verantwortliche</translation>
    </message>
    <message numerus="yes">
        <source>%n downstream</source>
        <comment>owners</comment>
        <translation>
            <numerusform>%n abwärts</numerusform>
            <numerusform>%n abwärts</numerusform>
        </translation>
    </message>
    <message>
        <source>from %1 of %2</source>
        <translation>aus %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) read it</source>
        <translation>
            <numerusform>%n Spalte liest sie</numerusform>
            <numerusform>%n Spalten lesen sie</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody says where this column comes from.</source>
        <translation>Niemand sagt, woher diese Spalte kommt.</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) say so</source>
        <translation>
            <numerusform>%n Angabe sagt es</numerusform>
            <numerusform>%n Angaben sagen es</numerusform>
        </translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>aus %1</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>Stated in</source>
        <translation>Angegeben in</translation>
    </message>
    <message>
        <source>Close a cycle</source>
        <translation>Schließen einen Kreis</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s), dash-dotted</source>
        <translation>
            <numerusform>%n Linie, strichpunktiert</numerusform>
            <numerusform>%n Linien, strichpunktiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Its service levels are missed or burning. The earliest upstream of it that fail:</source>
        <translation>Seine Service-Level sind verfehlt oder brennen. Am weitesten stromaufwärts versagen:</translation>
    </message>
    <message numerus="yes">
        <source>and from %n more</source>
        <translation>
            <numerusform>und von einer weiteren</numerusform>
            <numerusform>und von %n weiteren</numerusform>
        </translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>And more</source>
        <translation>Und mehr</translation>
    </message>
    <message>
        <source>from all of %1</source>
        <translation>aus der ganzen Tabelle %1</translation>
    </message>
    <message>
        <source>rows as %1 of %2 has them</source>
        <translation>Zeilen, wie %1 von %2 sie hat</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>Agreements</source>
        <translation>Vereinbarungen</translation>
    </message>
    <message>
        <source>Known as</source>
        <translation>Bekannt als</translation>
    </message>
    <message>
        <source>Through what is left out</source>
        <translation>Durch Ausgelassenes</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s), dotted</source>
        <translation>
            <numerusform>%n Linie, gepunktet</numerusform>
            <numerusform>%n Linien, gepunktet</numerusform>
        </translation>
    </message>
    <message>
        <source>through what the filter leaves out, which is not one statement</source>
        <translation>durch das, was der Filter auslässt; das ist nicht eine einzelne Aussage</translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s), folded</source>
        <translation>
            <numerusform>%Ln Ding, zugeklappt</numerusform>
            <numerusform>%Ln Dinge, zugeklappt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s)</source>
        <translation>
            <numerusform>%Ln Ding</numerusform>
            <numerusform>%Ln Dinge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::lineage::Legend</name>
    <message>
        <source>added: %1</source>
        <translation>hinzugekommen: %1</translation>
    </message>
    <message>
        <source>removed: %1</source>
        <translation>weggefallen: %1</translation>
    </message>
    <message>
        <source>changed: %1</source>
        <translation>geändert: %1</translation>
    </message>
    <message>
        <source>public</source>
        <translation>öffentlich</translation>
    </message>
    <message>
        <source>internal</source>
        <translation>intern</translation>
    </message>
    <message>
        <source>confidential</source>
        <translation>vertraulich</translation>
    </message>
    <message>
        <source>restricted</source>
        <translation>streng vertraulich</translation>
    </message>
    <message>
        <source>not classified</source>
        <translation>nicht klassifiziert</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>not in use yet</source>
        <translation>noch nicht in Gebrauch</translation>
    </message>
    <message>
        <source>deprecated</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>außer Dienst</translation>
    </message>
    <message>
        <source>no status</source>
        <translation>kein Status</translation>
    </message>
    <message>
        <source>new within a day</source>
        <translation>neu seit höchstens einem Tag</translation>
    </message>
    <message>
        <source>a week</source>
        <translation>einer Woche</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>einem Monat</translation>
    </message>
    <message>
        <source>older</source>
        <translation>älter</translation>
    </message>
    <message>
        <source>nobody told</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>met</source>
        <translation>eingehalten</translation>
    </message>
    <message>
        <source>burning</source>
        <translation>brennt</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>verfehlt</translation>
    </message>
    <message>
        <source>unknown, or nothing promised</source>
        <translation>unbekannt, oder nichts zugesagt</translation>
    </message>
    <message>
        <source>agreements in force</source>
        <translation>geltende Vereinbarungen</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>beantragt</translation>
    </message>
    <message>
        <source>end within 30 days</source>
        <translation>enden binnen 30 Tagen</translation>
    </message>
    <message>
        <source>nobody uses it by agreement</source>
        <translation>niemand nutzt es mit Vereinbarung</translation>
    </message>
</context>
<context>
    <name>portolan::views::lineage::LineagePane</name>
    <message>
        <source>Lineage as a list</source>
        <translation>Herkunft als Liste</translation>
    </message>
    <message>
        <source>Pick out upstream</source>
        <translation>Aufwärts hervorheben</translation>
    </message>
    <message>
        <source>Pick out downstream</source>
        <translation>Abwärts hervorheben</translation>
    </message>
    <message>
        <source>Pick out both</source>
        <translation>Beides hervorheben</translation>
    </message>
    <message>
        <source>Path to another box</source>
        <translation>Weg zu einem anderen Kasten</translation>
    </message>
    <message>
        <source>Pick out nothing</source>
        <translation>Nichts hervorheben</translation>
    </message>
    <message>
        <source>Whole mesh</source>
        <translation>Ganzes Mesh</translation>
    </message>
    <message>
        <source>Fold all groups</source>
        <translation>Alle Gruppen zuklappen</translation>
    </message>
    <message>
        <source>Unfold all groups</source>
        <translation>Alle Gruppen aufklappen</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>none found</source>
        <translation>nichts gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n gefunden</numerusform>
            <numerusform>%n gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>no path</source>
        <translation>kein Weg</translation>
    </message>
    <message>
        <source>Select the other end</source>
        <translation>Wählen Sie das andere Ende</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>A week ago</source>
        <translation>Vor einer Woche</translation>
    </message>
    <message>
        <source>A month ago</source>
        <translation>Vor einem Monat</translation>
    </message>
    <message>
        <source>What changed since yesterday</source>
        <translation>Was sich seit gestern geändert hat</translation>
    </message>
    <message>
        <source>What changed in a week</source>
        <translation>Was sich in einer Woche geändert hat</translation>
    </message>
    <message>
        <source>What changed in a month</source>
        <translation>Was sich in einem Monat geändert hat</translation>
    </message>
    <message>
        <source>Other days…</source>
        <translation>Andere Tage …</translation>
    </message>
    <message>
        <source>Export the lineage</source>
        <translation>Herkunft exportieren</translation>
    </message>
    <message>
        <source>%1 files (*.%2)</source>
        <translation>%1-Dateien (*.%2)</translation>
    </message>
    <message>
        <source>The lineage could not be read</source>
        <translation>Die Herkunft konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>No columns of it are known</source>
        <translation>Davon sind keine Spalten bekannt</translation>
    </message>
    <message>
        <source>No lineage of this is known</source>
        <translation>Davon ist keine Herkunft bekannt</translation>
    </message>
    <message>
        <source>None of your accounts says what it is made from or what reads it.</source>
        <translation>Keines Ihrer Konten sagt, woraus es entsteht oder was es liest.</translation>
    </message>
    <message>
        <source>Show the whole mesh</source>
        <translation>Das ganze Mesh zeigen</translation>
    </message>
    <message>
        <source>No lineage is known of that day</source>
        <translation>Von diesem Tag ist keine Herkunft bekannt</translation>
    </message>
    <message>
        <source>The history begins when an account is first read.</source>
        <translation>Die Geschichte beginnt, wenn ein Konto zum ersten Mal gelesen wird.</translation>
    </message>
    <message>
        <source>Show today</source>
        <translation>Heute zeigen</translation>
    </message>
    <message>
        <source>No lineage yet</source>
        <translation>Noch keine Herkunft</translation>
    </message>
    <message>
        <source>Lineage is drawn from dbt artifacts, OpenLineage events, and the ports and contracts of your accounts. Add a folder that has some.</source>
        <translation>Die Herkunft wird aus dbt-Artefakten, OpenLineage-Ereignissen und den Ports und Verträgen Ihrer Konten gezeichnet. Fügen Sie einen Ordner hinzu, der welche hat.</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Ein Konto hinzufügen</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>A tidier layout with %n crossing(s) fewer is ready</source>
        <translation>
            <numerusform>Eine aufgeräumtere Anordnung mit %n Kreuzung weniger ist fertig</numerusform>
            <numerusform>Eine aufgeräumtere Anordnung mit %n Kreuzungen weniger ist fertig</numerusform>
        </translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>The columns could not be read</source>
        <translation>Die Spalten konnten nicht gelesen werden</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) not shown</source>
        <translation>
            <numerusform>%n Spalte nicht gezeigt</numerusform>
            <numerusform>%n Spalten nicht gezeigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reach of all %n part(s) of the product</source>
        <translation>
            <numerusform>Reichweite des einen Teils des Produkts</numerusform>
            <numerusform>Reichweite aller %n Teile des Produkts</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the selected box</source>
        <translation>Gewähltes Kästchen öffnen</translation>
    </message>
    <message>
        <source>Show or hide its columns</source>
        <translation>Seine Spalten zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Fold its group, or unfold it</source>
        <translation>Seine Gruppe ein- oder ausklappen</translation>
    </message>
    <message>
        <source>Go to what the picture is about</source>
        <translation>Zu dem gehen, worum es im Bild geht</translation>
    </message>
    <message>
        <source>Find in the graph</source>
        <translation>Im Graphen suchen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom to 100 %</source>
        <translation>Auf 100 % zoomen</translation>
    </message>
    <message>
        <source>Show all of the picture</source>
        <translation>Das ganze Bild zeigen</translation>
    </message>
    <message>
        <source>Lineage as a graph</source>
        <translation>Herkunft als Graph</translation>
    </message>
    <message>
        <source>Impact table</source>
        <translation>Tabelle der Wirkung</translation>
    </message>
    <message>
        <source>Export what is shown: picture, edges or impact table</source>
        <translation>Gezeigtes exportieren: Bild, Kanten oder Tabelle der Wirkung</translation>
    </message>
    <message>
        <source>name, owner and status as of today</source>
        <translation>Name, Verantwortliche und Status von heute</translation>
    </message>
    <message>
        <source>Date: another day, or compare two…</source>
        <translation>Datum: ein anderer Tag, oder zwei vergleichen…</translation>
    </message>
    <message>
        <source>Overlay: what is laid over the boxes…</source>
        <translation>Überlagerung: was über den Kästchen liegt…</translation>
    </message>
    <message>
        <source>Show or hide the minimap</source>
        <translation>Übersichtskarte zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Written at %1 % of its size</source>
        <translation>Mit %1 % der Größe geschrieben</translation>
    </message>
    <message>
        <source>Add to request</source>
        <translation>Zum Antrag legen</translation>
    </message>
    <message>
        <source>Next column of the selected box</source>
        <translation>Nächste Spalte des gewählten Kästchens</translation>
    </message>
    <message>
        <source>Previous column of the selected box</source>
        <translation>Vorige Spalte des gewählten Kästchens</translation>
    </message>
    <message>
        <source>Next line of the selected box or column</source>
        <translation>Nächste Linie des gewählten Kästchens oder der Spalte</translation>
    </message>
    <message>
        <source>Previous line of the selected box or column</source>
        <translation>Vorige Linie des gewählten Kästchens oder der Spalte</translation>
    </message>
    <message>
        <source>Filter what is shown</source>
        <translation>Filtern, was zu sehen ist</translation>
    </message>
    <message>
        <source>Nothing matches this filter</source>
        <translation>Nichts entspricht diesem Filter</translation>
    </message>
    <message numerus="yes">
        <source>None of the %n thing(s) of this lineage is what it asks for.</source>
        <translation>
            <numerusform>Das eine Ding dieser Herkunft ist nicht das Gesuchte.</numerusform>
            <numerusform>Keines der %n Dinge dieser Herkunft ist das Gesuchte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>What changed: %1</source>
        <translation>Was sich änderte: %1</translation>
    </message>
    <message>
        <source>As of: %1</source>
        <translation>Stand: %1</translation>
    </message>
    <message>
        <source>lines of the path: %1</source>
        <translation>Linien des Wegs: %1</translation>
    </message>
</context>
<context>
    <name>portolan::views::lineage::Minimap</name>
    <message>
        <source>Minimap</source>
        <translation>Übersicht</translation>
    </message>
</context>
<context>
    <name>portolan::views::outbox::OutboxActions</name>
    <message>
        <source>Not done: it went on meanwhile. Look at it again.</source>
        <translation>Nicht geschehen: inzwischen ging es weiter. Sehen Sie es sich noch einmal an.</translation>
    </message>
    <message>
        <source>Not done: %1</source>
        <translation>Nicht geschehen: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n of them went on meanwhile</source>
        <translation>
            <numerusform>%n davon ging inzwischen weiter</numerusform>
            <numerusform>%n davon gingen inzwischen weiter</numerusform>
        </translation>
    </message>
    <message>
        <source>Put back as it was</source>
        <translation>Wiederhergestellt, wie es war</translation>
    </message>
</context>
<context>
    <name>portolan::views::outbox::OutboxDetail</name>
    <message>
        <source>The operation</source>
        <translation>Der Vorgang</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Show what comes first</source>
        <translation>Zeigen, was zuerst kommt</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Was sich unterscheidet</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>Was gesendet wurde</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>Was gesendet wird</translation>
    </message>
    <message>
        <source>to %1, since %2</source>
        <translation>an %1, seit %2</translation>
    </message>
    <message>
        <source>Show the request</source>
        <translation>Antrag zeigen</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Grund: %1</translation>
    </message>
    <message>
        <source>Account: %1</source>
        <translation>Konto: %1</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Done here</source>
        <translation>Hier ausgeführt</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keiner</translation>
    </message>
    <message>
        <source>Last attempt</source>
        <translation>Letzter Versuch</translation>
    </message>
    <message>
        <source>Next attempt</source>
        <translation>Nächster Versuch</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>Anfrage-ID</translation>
    </message>
    <message>
        <source>On the platform</source>
        <translation>Auf der Plattform</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Last time: %1</source>
        <translation>Beim letzten Mal: %1</translation>
    </message>
    <message>
        <source>In full</source>
        <translation>Im Wortlaut</translation>
    </message>
</context>
<context>
    <name>portolan::views::outbox::OutboxList</name>
    <message>
        <source>Outbox</source>
        <translation>Postausgang</translation>
    </message>
</context>
<context>
    <name>portolan::views::outbox::OutboxPane</name>
    <message>
        <source>Copy the details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Next in the outbox</source>
        <translation>Nächster Vorgang im Postausgang</translation>
    </message>
    <message>
        <source>Previous in the outbox</source>
        <translation>Voriger Vorgang im Postausgang</translation>
    </message>
    <message>
        <source>Tick</source>
        <translation>Ankreuzen</translation>
    </message>
    <message>
        <source>Tick all, or none</source>
        <translation>Alle oder keinen ankreuzen</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>Send %n</source>
        <translation>
            <numerusform>%n senden</numerusform>
            <numerusform>%n senden</numerusform>
        </translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message numerus="yes">
        <source>Try %n again</source>
        <translation>
            <numerusform>%n erneut versuchen</numerusform>
            <numerusform>%n erneut versuchen</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message numerus="yes">
        <source>Look for %n again</source>
        <translation>
            <numerusform>Bei %n erneut nachsehen</numerusform>
            <numerusform>Bei %n erneut nachsehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut nachsehen</translation>
    </message>
    <message numerus="yes">
        <source>Keep mine in %n</source>
        <translation>
            <numerusform>Bei %n meine Fassung behalten</numerusform>
            <numerusform>Bei %n meine Fassung behalten</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meine Fassung behalten</translation>
    </message>
    <message numerus="yes">
        <source>Take theirs in %n</source>
        <translation>
            <numerusform>Bei %n andere Fassung übernehmen</numerusform>
            <numerusform>Bei %n andere Fassung übernehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Andere Fassung übernehmen</translation>
    </message>
    <message>
        <source>Edit and retry</source>
        <translation>Bearbeiten und erneut versuchen</translation>
    </message>
    <message numerus="yes">
        <source>Take back %n</source>
        <translation>
            <numerusform>%n zurücknehmen</numerusform>
            <numerusform>%n zurücknehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message numerus="yes">
        <source>Give up %n</source>
        <translation>
            <numerusform>%n aufgeben</numerusform>
            <numerusform>%n aufgeben</numerusform>
        </translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Aufgeben</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>Zurückgenommen: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n taken back</source>
        <translation>
            <numerusform>%n zurückgenommen</numerusform>
            <numerusform>%n zurückgenommen</numerusform>
        </translation>
    </message>
    <message>
        <source>Given up: %1</source>
        <translation>Aufgegeben: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n given up</source>
        <translation>
            <numerusform>%n aufgegeben</numerusform>
            <numerusform>%n aufgegeben</numerusform>
        </translation>
    </message>
    <message>
        <source>Theirs holds: %1</source>
        <translation>Die andere Fassung gilt: %1</translation>
    </message>
    <message numerus="yes">
        <source>Theirs holds in %n</source>
        <translation>
            <numerusform>Bei %n gilt die andere Fassung</numerusform>
            <numerusform>Bei %n gilt die andere Fassung</numerusform>
        </translation>
    </message>
    <message>
        <source>Mine is sent over theirs: %1</source>
        <translation>Meine Fassung wird anstelle der anderen gesendet: %1</translation>
    </message>
    <message numerus="yes">
        <source>Mine is sent over theirs in %n</source>
        <translation>
            <numerusform>Bei %n wird meine Fassung anstelle der anderen gesendet</numerusform>
            <numerusform>Bei %n wird meine Fassung anstelle der anderen gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>Is looked for: %1</source>
        <translation>Es wird nachgesehen: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n are looked for</source>
        <translation>
            <numerusform>Bei %n wird nachgesehen</numerusform>
            <numerusform>Bei %n wird nachgesehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Waits to be sent: %1</source>
        <translation>Wartet auf das Senden: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n wait to be sent</source>
        <translation>
            <numerusform>%n wartet auf das Senden</numerusform>
            <numerusform>%n warten auf das Senden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, with what waited behind it</source>
        <translation>%1, mit dem, was dahinter wartete</translation>
    </message>
    <message>
        <source>Nothing waits to be sent</source>
        <translation>Nichts wartet auf das Senden</translation>
    </message>
    <message>
        <source>Sends what waits, without its pause</source>
        <translation>Sendet, was wartet, ohne die Pause abzuwarten</translation>
    </message>
    <message>
        <source>Reading the outbox</source>
        <translation>Der Postausgang wird gelesen</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Postausgang</translation>
    </message>
    <message>
        <source>Filter: thing, account, state…</source>
        <translation>Filter: Ding, Konto, Status…</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Nothing is chosen</source>
        <translation>Nichts ist gewählt</translation>
    </message>
    <message>
        <source>Choose a row in the list: J goes to the next one, K to the one before.</source>
        <translation>Wählen Sie eine Zeile in der Liste: J geht zur nächsten, K zur vorigen.</translation>
    </message>
    <message>
        <source>The outbox could not be read</source>
        <translation>Der Postausgang konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>There is nothing to show</source>
        <translation>Es gibt nichts zu zeigen</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nichts passt</translation>
    </message>
    <message numerus="yes">
        <source>Of %n in the outbox, none has these words.</source>
        <translation>
            <numerusform>Im Postausgang ist %n Vorgang; er hat diese Wörter nicht.</numerusform>
            <numerusform>Im Postausgang sind %n Vorgänge; keiner hat diese Wörter.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle anzeigen</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Nichts wartet</translation>
    </message>
    <message>
        <source>What you ask for, decide and change stands here until its platform has it. It is kept without a network and through a restart, and can be taken back while it is not sent.</source>
        <translation>Was Sie beantragen, entscheiden und ändern, steht hier, bis seine Plattform es hat. Es bleibt ohne Netzwerk und über einen Neustart erhalten und kann zurückgenommen werden, solange es nicht gesendet ist.</translation>
    </message>
    <message>
        <source>Open the account</source>
        <translation>Konto öffnen</translation>
    </message>
</context>
<context>
    <name>portolan::views::outbox::SidesGrid</name>
    <message>
        <source>As it was</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine Fassung</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Andere Fassung</translation>
    </message>
    <message>
        <source>Mine and theirs differ</source>
        <translation>Meine und die andere Fassung unterscheiden sich</translation>
    </message>
    <message>
        <source>%1, as it was</source>
        <translation>%1, vorher</translation>
    </message>
    <message>
        <source>%1, mine</source>
        <translation>%1, meine Fassung</translation>
    </message>
    <message>
        <source>%1, theirs</source>
        <translation>%1, andere Fassung</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>portolan::views::problems::ProblemsPane</name>
    <message>
        <source>%1   %2</source>
        <translation>%1   %2</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Filter problems</source>
        <translation>Probleme filtern</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation>Anzeigen: %1</translation>
    </message>
    <message>
        <source>The problems could not be read</source>
        <translation>Die Probleme konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Open accounts</source>
        <translation>Konten öffnen</translation>
    </message>
    <message>
        <source>No problems found</source>
        <translation>Keine Probleme gefunden</translation>
    </message>
    <message>
        <source>Every file and record of your accounts was read without a finding.</source>
        <translation>Alle Dateien und Datensätze Ihrer Konten wurden ohne Problem gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n problem(s)</source>
        <translation>
            <numerusform>%1 von %n Problem</numerusform>
            <numerusform>%1 von %n Problemen</numerusform>
        </translation>
    </message>
    <message>
        <source>No problem matches</source>
        <translation>Kein Problem passt</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) are known, none of them is of this kind.</source>
        <translation>
            <numerusform>%n Problem ist bekannt, aber nicht dieser Art.</numerusform>
            <numerusform>%n Probleme sind bekannt, aber keines dieser Art.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle anzeigen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy all shown</source>
        <translation>Alle angezeigten kopieren</translation>
    </message>
    <message>
        <source>Copy path of the file</source>
        <translation>Dateipfad kopieren</translation>
    </message>
    <message>
        <source>Open the file&apos;s folder</source>
        <translation>Ordner der Datei öffnen</translation>
    </message>
</context>
<context>
    <name>portolan::views::product::AccessTab</name>
    <message>
        <source>Who has access could not be read</source>
        <translation>Wer Zugang hat, konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Who reads it could not be read</source>
        <translation>Wer es liest, konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Have access</source>
        <translation>Haben Zugang</translation>
    </message>
    <message>
        <source>Wait for it</source>
        <translation>Warten darauf</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>Lesen es</translation>
    </message>
    <message>
        <source>Nobody depends on it yet</source>
        <translation>Noch hängt niemand davon ab</translation>
    </message>
    <message>
        <source>Who is granted access, who waits for it, and which products read it as the lineage has it, stand here.</source>
        <translation>Hier steht, wer Zugang hat, wer darauf wartet und welche Produkte es laut Herkunft lesen.</translation>
    </message>
    <message>
        <source>Nobody here matches</source>
        <translation>Niemand hier entspricht dem</translation>
    </message>
    <message numerus="yes">
        <source>%n consumer(s) are known, none of them is of this kind and has these words.</source>
        <translation>
            <numerusform>%n Konsument ist bekannt, aber nicht von dieser Art und mit diesen Wörtern.</numerusform>
            <numerusform>%n Konsumenten sind bekannt, keiner ist von dieser Art und hat diese Wörter.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Who depends on it</source>
        <translation>Wer davon abhängt</translation>
    </message>
    <message>
        <source>Export who depends on it</source>
        <translation>Exportieren, wer davon abhängt</translation>
    </message>
    <message>
        <source>Who is shown</source>
        <translation>Wer gezeigt wird</translation>
    </message>
    <message>
        <source>Filter: team, person, port…</source>
        <translation>Filter: Team, Person, Port …</translation>
    </message>
    <message>
        <source>Filter the table</source>
        <translation>Tabelle filtern</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Als CSV sichern</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Tabelle sichern</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Kommagetrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>%1 wird geschrieben</translation>
    </message>
    <message>
        <source>Saving the table</source>
        <translation>Tabelle wird gesichert</translation>
    </message>
</context>
<context>
    <name>portolan::views::product::ClauseDetail</name>
    <message>
        <source>The clause</source>
        <translation>Die Klausel</translation>
    </message>
    <message>
        <source>Select a clause to read it here</source>
        <translation>Klausel auswählen, um sie hier zu lesen</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>Wie geschrieben</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Zugesagt</translation>
    </message>
    <message>
        <source>Declared in %1</source>
        <translation>Deklariert in %1</translation>
    </message>
    <message>
        <source>Show in document</source>
        <translation>Im Dokument anzeigen</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Show in the quality pane</source>
        <translation>Im Qualitätsbereich zeigen</translation>
    </message>
</context>
<context>
    <name>portolan::views::product::ContractTab</name>
    <message>
        <source>Open contract</source>
        <translation>Vertrag öffnen</translation>
    </message>
    <message>
        <source>Filter clauses</source>
        <translation>Klauseln filtern</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>Clauses</source>
        <translation>Klauseln</translation>
    </message>
    <message>
        <source>No contract governs this</source>
        <translation>Kein Vertrag regelt dies</translation>
    </message>
    <message>
        <source>No file or account names a contract for it, so nothing is promised. A contract that lists its id would show here.</source>
        <translation>Keine Datei und kein Konto nennt dafür einen Vertrag, daher ist nichts zugesagt. Ein Vertrag, der die ID aufführt, würde hier erscheinen.</translation>
    </message>
    <message numerus="yes">
        <source>%n clause(s)</source>
        <translation>
            <numerusform>%n Klausel</numerusform>
            <numerusform>%n Klauseln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n clause(s)</source>
        <translation>
            <numerusform>%1 von %n Klausel</numerusform>
            <numerusform>%1 von %n Klauseln</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>how many clauses, and how they stand</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>What is measured could not be read.</source>
        <translation>Was gemessen wird, konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>portolan::views::product::DocumentView</name>
    <message>
        <source>The document</source>
        <translation>Das Dokument</translation>
    </message>
</context>
<context>
    <name>portolan::views::product::DocumentWindow</name>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Find in the document</source>
        <translation>Im Dokument suchen</translation>
    </message>
    <message>
        <source>Copy document</source>
        <translation>Dokument kopieren</translation>
    </message>
    <message>
        <source>the beginning; Copy gives all</source>
        <translation>der Anfang; Kopieren liefert alles</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
</context>
<context>
    <name>portolan::views::product::EditDialog</name>
    <message>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What you typed is not saved.</source>
        <translation>Was Sie schrieben, ist nicht gesichert.</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>It is another one now: “%1”. Save once more to replace it.</source>
        <translation>Jetzt ist es eine andere: „%1“. Sichern Sie noch einmal, um sie zu ersetzen.</translation>
    </message>
    <message>
        <source>It was not saved: %1 (%2)</source>
        <translation>Es wurde nicht gesichert: %1 (%2)</translation>
    </message>
</context>
<context>
    <name>portolan::views::product::FieldDetail</name>
    <message>
        <source>primary key, part %1</source>
        <translation>Primärschlüssel, Teil %1</translation>
    </message>
    <message>
        <source>primary key</source>
        <translation>Primärschlüssel</translation>
    </message>
    <message>
        <source>unique</source>
        <translation>eindeutig</translation>
    </message>
    <message>
        <source>no, may be empty</source>
        <translation>nein, darf leer sein</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>critical data element</source>
        <translation>kritisches Datenelement</translation>
    </message>
    <message>
        <source>partitions the data</source>
        <translation>partitioniert die Daten</translation>
    </message>
    <message>
        <source>deprecated</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Logical type</source>
        <translation>Logischer Typ</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Erforderlich</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Also called</source>
        <translation>Auch genannt</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Markierungen</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Refers to</source>
        <translation>Verweist auf</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Encrypted as</source>
        <translation>Verschlüsselt als</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>The field</source>
        <translation>Das Feld</translation>
    </message>
    <message>
        <source>Select a field to see it here</source>
        <translation>Feld auswählen, um es hier zu sehen</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Stammt aus</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>The description is edited here, and waits to be sent.</source>
        <translation>Die Beschreibung ist hier bearbeitet und wartet auf das Senden.</translation>
    </message>
</context>
<context>
    <name>portolan::views::product::FieldEditor</name>
    <message>
        <source>Edit description of field…</source>
        <translation>Beschreibung des Felds bearbeiten …</translation>
    </message>
    <message>
        <source>Take the edit of the field back</source>
        <translation>Änderung des Felds zurücknehmen</translation>
    </message>
    <message>
        <source>No account has this field any more.</source>
        <translation>Kein Konto hat dieses Feld mehr.</translation>
    </message>
    <message>
        <source>“%1” takes no descriptions of fields from here: change it there, the next sync brings it.</source>
        <translation>„%1“ nimmt Beschreibungen von Feldern von hier nicht an: ändern Sie sie dort, der nächste Abgleich bringt sie.</translation>
    </message>
    <message>
        <source>Description of the field %1</source>
        <translation>Beschreibung des Felds %1</translation>
    </message>
    <message>
        <source>It goes to “%1”.</source>
        <translation>Es geht an „%1“.</translation>
    </message>
    <message>
        <source>Taking the edit back</source>
        <translation>Änderung wird zurückgenommen</translation>
    </message>
</context>
<context>
    <name>portolan::views::product::GovernanceTab</name>
    <message>
        <source>The rules could not be judged</source>
        <translation>Die Regeln waren nicht zu beurteilen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Judged by the rules of the workspace.</source>
        <translation>Beurteilt nach den Regeln des Arbeitsbereichs.</translation>
    </message>
    <message>
        <source>Judged by the rules of the workspace; %1 is being asked.</source>
        <translation>Beurteilt nach den Regeln des Arbeitsbereichs; %1 wird gefragt.</translation>
    </message>
    <message>
        <source>Judged by the rules of the workspace, and by %1.</source>
        <translation>Beurteilt nach den Regeln des Arbeitsbereichs und von %1.</translation>
    </message>
    <message>
        <source>What the policies say</source>
        <translation>Was die Richtlinien sagen</translation>
    </message>
    <message>
        <source>No rule is about products</source>
        <translation>Keine Regel betrifft Produkte</translation>
    </message>
    <message>
        <source>Write rules into the workspace&apos;s policies folder, or add an account of a policy platform: what they say appears here.</source>
        <translation>Schreiben Sie Regeln in den Ordner policies des Arbeitsbereichs, oder fügen Sie ein Konto einer Richtlinien-Plattform hinzu: was sie sagen, erscheint hier.</translation>
    </message>
</context>
<context>
    <name>portolan::views::product::HistoryTab</name>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>No history yet</source>
        <translation>Noch kein Verlauf</translation>
    </message>
    <message>
        <source>Versions are kept from the first sync on; what came before it is not known here.</source>
        <translation>Versionen werden ab dem ersten Abgleich aufbewahrt; was davor war, ist hier nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>portolan::views::product::OverviewTab</name>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Nobody has described this yet.</source>
        <translation>Noch nicht beschrieben.</translation>
    </message>
    <message>
        <source>Output ports</source>
        <translation>Ausgabeports</translation>
    </message>
    <message>
        <source>Input ports</source>
        <translation>Eingabeports</translation>
    </message>
    <message>
        <source>Management ports</source>
        <translation>Verwaltungs-Ports</translation>
    </message>
    <message>
        <source>Related</source>
        <translation>Verwandt</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Edit description…</source>
        <translation>Beschreibung bearbeiten …</translation>
    </message>
    <message>
        <source>Take the edit back</source>
        <translation>Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>Open the outbox</source>
        <translation>Postausgang öffnen</translation>
    </message>
</context>
<context>
    <name>portolan::views::product::PageHeader</name>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>Tier %1</source>
        <translation>Stufe %1</translation>
    </message>
    <message>
        <source>✓ Certified</source>
        <translation>✓ Zertifiziert</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Show this domain in the catalogue</source>
        <translation>Diese Domäne im Katalog anzeigen</translation>
    </message>
    <message numerus="yes">
        <source>known to %n account(s)</source>
        <translation>
            <numerusform>%n Konto bekannt</numerusform>
            <numerusform>%n Konten bekannt</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>Kopieren als</translation>
    </message>
    <message>
        <source>Copy as SQL, Python, an address, …</source>
        <translation>Kopieren als SQL, Python, Adresse, …</translation>
    </message>
</context>
<context>
    <name>portolan::views::product::PortTable</name>
    <message>
        <source>Output ports</source>
        <translation>Ausgabeports</translation>
    </message>
    <message>
        <source>Input ports</source>
        <translation>Eingabeports</translation>
    </message>
    <message>
        <source>Management ports</source>
        <translation>Verwaltungs-Ports</translation>
    </message>
</context>
<context>
    <name>portolan::views::product::ProductPage</name>
    <message>
        <source>Show the right column</source>
        <translation>Rechte Spalte anzeigen</translation>
    </message>
    <message>
        <source>Show the right column (F4)</source>
        <translation>Rechte Spalte anzeigen (F4)</translation>
    </message>
    <message>
        <source>Parts of the page</source>
        <translation>Teile der Seite</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>This is not in the catalogue</source>
        <translation>Nicht im Katalog vorhanden</translation>
    </message>
    <message>
        <source>It was removed at its source, or the account that knew it is no longer here.</source>
        <translation>Es wurde an der Quelle entfernt, oder das Konto, das es kannte, ist nicht mehr hier.</translation>
    </message>
    <message>
        <source>Open the catalogue</source>
        <translation>Katalog öffnen</translation>
    </message>
    <message>
        <source>The page could not be read</source>
        <translation>Die Seite konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Following</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Open on the platform</source>
        <translation>Auf der Plattform öffnen</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Show native document</source>
        <translation>Natives Dokument anzeigen</translation>
    </message>
    <message>
        <source>Copy file and line</source>
        <translation>Datei und Zeile kopieren</translation>
    </message>
    <message>
        <source>Right column</source>
        <translation>Rechte Spalte</translation>
    </message>
    <message>
        <source>Right column (F4)</source>
        <translation>Rechte Spalte (F4)</translation>
    </message>
    <message>
        <source>Next part of the page</source>
        <translation>Nächster Teil der Seite</translation>
    </message>
    <message>
        <source>Previous part of the page</source>
        <translation>Vorheriger Teil der Seite</translation>
    </message>
    <message>
        <source>Part %1 of the page</source>
        <translation>Teil %1 der Seite</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Show lineage</source>
        <translation>Herkunft zeigen</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Request access</source>
        <translation>Zugang anfragen</translation>
    </message>
    <message>
        <source>Governance</source>
        <translation>Governance</translation>
    </message>
    <message>
        <source>Add to request</source>
        <translation>Zum Antrag legen</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugang</translation>
    </message>
</context>
<context>
    <name>portolan::views::product::QualityTab</name>
    <message>
        <source>The quality could not be read.</source>
        <translation>Die Qualität konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Nothing is measured here yet</source>
        <translation>Hier wird noch nichts gemessen</translation>
    </message>
    <message>
        <source>Add quality rules or service levels to the contract, or bring results of dbt, Great Expectations, Soda or OpenLineage into the workspace: they appear here with the next sync.</source>
        <translation>Qualitätsregeln oder Service-Level in den Vertrag aufnehmen, oder Ergebnisse von dbt, Great Expectations, Soda oder OpenLineage in den Arbeitsbereich legen: Sie erscheinen hier mit dem nächsten Abgleich.</translation>
    </message>
    <message>
        <source>Open accounts</source>
        <translation>Konten öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%n open incident(s)</source>
        <translation>
            <numerusform>%n offener Vorfall</numerusform>
            <numerusform>%n offene Vorfälle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n check(s) pass</source>
        <translation>
            <numerusform>%1 von %n Prüfung besteht</numerusform>
            <numerusform>%1 von %n Prüfungen bestehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Service levels</source>
        <translation>Service-Level</translation>
    </message>
    <message>
        <source>Open incidents</source>
        <translation>Offene Vorfälle</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>No service level is declared for it. Service levels come from the contract (slaProperties) or from OpenSLO files.</source>
        <translation>Dafür ist kein Service-Level vereinbart. Service-Level kommen aus dem Vertrag (slaProperties) oder aus OpenSLO-Dateien.</translation>
    </message>
    <message>
        <source>Nothing is broken.</source>
        <translation>Nichts ist gestört.</translation>
    </message>
    <message>
        <source>No check looks at it. The coverage page of the quality pane says which fields deserve one.</source>
        <translation>Keine Prüfung sieht es an. Die Seite Abdeckung unter Qualität nennt die Felder, die eine verdienen.</translation>
    </message>
</context>
<context>
    <name>portolan::views::product::RelatedTree</name>
    <message>
        <source>Related</source>
        <translation>Verwandt</translation>
    </message>
</context>
<context>
    <name>portolan::views::product::SchemaBar</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Erforderlich</translation>
    </message>
    <message>
        <source>Sensitive</source>
        <translation>Sensibel</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Filter fields</source>
        <translation>Felder filtern</translation>
    </message>
    <message>
        <source>Part of the schema</source>
        <translation>Teil des Schemas</translation>
    </message>
    <message numerus="yes">
        <source>Filter %n field(s)</source>
        <translation>
            <numerusform>%n Feld filtern</numerusform>
            <numerusform>%n Felder filtern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n field(s)</source>
        <translation>
            <numerusform>%1 von %n Feld</numerusform>
            <numerusform>%1 von %n Feldern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Request access to %n field(s)</source>
        <translation>
            <numerusform>Zugang zu %n Feld beantragen</numerusform>
            <numerusform>Zugang zu %n Feldern beantragen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::product::SchemaTab</name>
    <message>
        <source>primary key</source>
        <translation>Primärschlüssel</translation>
    </message>
    <message>
        <source>foreign key</source>
        <translation>Fremdschlüssel</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>No fields are known</source>
        <translation>Keine Felder bekannt</translation>
    </message>
    <message>
        <source>Neither a contract nor a catalogue of this thing lists its fields.</source>
        <translation>Weder ein Vertrag noch ein Katalog führt die Felder dieses Objekts auf.</translation>
    </message>
    <message>
        <source>No field matches</source>
        <translation>Kein passendes Feld</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) are in this object, none of them holds these words.</source>
        <translation>
            <numerusform>%n Feld ist in diesem Objekt, es enthält diese Wörter nicht.</numerusform>
            <numerusform>%n Felder sind in diesem Objekt, keines davon enthält diese Wörter.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all fields</source>
        <translation>Alle Felder anzeigen</translation>
    </message>
    <message numerus="yes">
        <source>Request access to %n field(s)</source>
        <translation>
            <numerusform>Zugang zu %n Feld beantragen</numerusform>
            <numerusform>Zugang zu %n Feldern beantragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n field(s) to request</source>
        <translation>
            <numerusform>%n Feld zum Antrag legen</numerusform>
            <numerusform>%n Felder zum Antrag legen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::product::SideColumn</name>
    <message>
        <source>Facts</source>
        <translation>Angaben</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Mitglied</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>Ownership and support</source>
        <translation>Verantwortung und Unterstützung</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>Limitations</source>
        <translation>Einschränkungen</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Nutzung</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>Price and terms</source>
        <translation>Preis und Bedingungen</translation>
    </message>
    <message>
        <source>Consumers</source>
        <translation>Konsumenten</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiteres</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Show everything with this tag</source>
        <translation>Alles mit diesem Schlagwort anzeigen</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Questions this answers</source>
        <translation>Fragen, die hiermit beantwortet werden</translation>
    </message>
    <message>
        <source>Question: %1</source>
        <translation>Frage: %1</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Verweise</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Also said elsewhere</source>
        <translation>Auch an anderer Stelle angegeben</translation>
    </message>
    <message>
        <source>Known as</source>
        <translation>Bekannt als</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Name there</source>
        <translation>Name dort</translation>
    </message>
    <message>
        <source>Technical name</source>
        <translation>Technischer Name</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Also called</source>
        <translation>Auch genannt</translation>
    </message>
</context>
<context>
    <name>portolan::views::product::ThingEditor</name>
    <message>
        <source>Edit description…</source>
        <translation>Beschreibung bearbeiten …</translation>
    </message>
    <message>
        <source>Edit tags…</source>
        <translation>Schlagwörter bearbeiten …</translation>
    </message>
    <message>
        <source>Edit owners…</source>
        <translation>Verantwortliche bearbeiten …</translation>
    </message>
    <message>
        <source>Take the edit back</source>
        <translation>Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>No account has this any more.</source>
        <translation>Kein Konto hat das mehr.</translation>
    </message>
    <message>
        <source>“%1” takes no such edits from here: change it there, the next sync brings it.</source>
        <translation>„%1“ nimmt solche Änderungen von hier nicht an: ändern Sie es dort, der nächste Abgleich bringt es.</translation>
    </message>
    <message>
        <source>Description of %1</source>
        <translation>Beschreibung von %1</translation>
    </message>
    <message>
        <source>Markdown is shown as such. It goes to “%1”.</source>
        <translation>Markdown wird als solches gezeigt. Es geht an „%1“.</translation>
    </message>
    <message>
        <source>Tags of %1</source>
        <translation>Schlagwörter von %1</translation>
    </message>
    <message>
        <source>One tag on each line. New ones go to “%1”.</source>
        <translation>Ein Schlagwort je Zeile. Neue gehen an „%1“.</translation>
    </message>
    <message>
        <source>Owners of %1</source>
        <translation>Verantwortliche von %1</translation>
    </message>
    <message>
        <source>One person or team on each line, as the catalogue calls them. It goes to “%1”.</source>
        <translation>Eine Person oder ein Team je Zeile, wie der Katalog sie nennt. Es geht an „%1“.</translation>
    </message>
    <message>
        <source>Taking the edit back</source>
        <translation>Änderung wird zurückgenommen</translation>
    </message>
</context>
<context>
    <name>portolan::views::product::UseBox</name>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Copy what is shown</source>
        <translation>Angezeigtes kopieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Text to use the port with</source>
        <translation>Text zur Nutzung des Ports</translation>
    </message>
    <message>
        <source>Ways to use the port</source>
        <translation>Nutzungsarten des Ports</translation>
    </message>
</context>
<context>
    <name>portolan::views::quality::ChartCard</name>
    <message>
        <source>Show as table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
    <message>
        <source>More for this chart</source>
        <translation>Mehr zu diesem Diagramm</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>%1: show as table</source>
        <translation>%1: als Tabelle zeigen</translation>
    </message>
    <message>
        <source>%1: more</source>
        <translation>%1: mehr</translation>
    </message>
    <message>
        <source>%1 as a table</source>
        <translation>%1 als Tabelle</translation>
    </message>
    <message>
        <source>Copy numbers</source>
        <translation>Zahlen kopieren</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Save as table (CSV)</source>
        <translation>Als Tabelle speichern (CSV)</translation>
    </message>
    <message>
        <source>Save as picture (PNG)</source>
        <translation>Als Bild speichern (PNG)</translation>
    </message>
    <message>
        <source>Save as page (PDF)</source>
        <translation>Als Seite speichern (PDF)</translation>
    </message>
</context>
<context>
    <name>portolan::views::quality::CheckChart</name>
    <message>
        <source>History of the check</source>
        <translation>Verlauf der Prüfung</translation>
    </message>
    <message>
        <source>Plus and minus zoom, the arrows move, 0 shows all of the period. The table below has the same runs.</source>
        <translation>Plus und Minus zoomen, die Pfeile verschieben, 0 zeigt den ganzen Zeitraum. Die Tabelle darunter hat dieselben Läufe.</translation>
    </message>
    <message>
        <source>observed %1</source>
        <translation>beobachtet %1</translation>
    </message>
    <message>
        <source>expected %1</source>
        <translation>erwartet %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 runs: %2 good, %3 bad, %4 unknown</source>
        <translation>%1 Läufe: %2 gut, %3 schlecht, %4 unbekannt</translation>
    </message>
    <message>
        <source>observed %1 to %2</source>
        <translation>beobachtet %1 bis %2</translation>
    </message>
    <message>
        <source>This check reports no number: its verdicts are above.</source>
        <translation>Diese Prüfung meldet keine Zahl: Ihre Urteile stehen darüber.</translation>
    </message>
</context>
<context>
    <name>portolan::views::quality::CheckPage</name>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>This check is not known</source>
        <translation>Diese Prüfung ist nicht bekannt</translation>
    </message>
    <message>
        <source>It was removed at its source, or the account that brought it is no longer here.</source>
        <translation>Sie wurde an ihrer Quelle entfernt, oder das Konto, das sie brachte, ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The runs of the check could not be read.</source>
        <translation>Die Läufe der Prüfung konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>%1, %2 ago</source>
        <translation>%1, vor %2</translation>
    </message>
    <message>
        <source>It never ran</source>
        <translation>Sie lief nie</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message numerus="yes">
        <source>Of the newest %n run(s); the period has more.</source>
        <translation>
            <numerusform>Aus dem neuesten %n Lauf; der Zeitraum hat mehr.</numerusform>
            <numerusform>Aus den neuesten %n Läufen; der Zeitraum hat mehr.</numerusform>
        </translation>
    </message>
    <message>
        <source>Of all runs of the period.</source>
        <translation>Aus allen Läufen des Zeitraums.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>good runs</source>
        <translation>gute Läufe</translation>
    </message>
    <message>
        <source>Pass and warning, of the runs that tell.</source>
        <translation>Bestanden und gewarnt, von den Läufen mit Urteil.</translation>
    </message>
    <message>
        <source>longest failure, goes on</source>
        <translation>längste Störung, dauert an</translation>
    </message>
    <message>
        <source>longest failure</source>
        <translation>längste Störung</translation>
    </message>
    <message>
        <source>turns between good and bad</source>
        <translation>Wechsel zwischen gut und schlecht</translation>
    </message>
    <message>
        <source>%1 (newest runs)</source>
        <translation>%1 (neueste Läufe)</translation>
    </message>
    <message>
        <source>usual time between runs</source>
        <translation>übliche Zeit zwischen Läufen</translation>
    </message>
    <message>
        <source>runs in the period</source>
        <translation>Läufe im Zeitraum</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n Lauf</numerusform>
            <numerusform>%n Läufe</numerusform>
        </translation>
    </message>
    <message>
        <source>the newest %1</source>
        <translation>die neuesten %1</translation>
    </message>
    <message>
        <source>Incidents of this check</source>
        <translation>Vorfälle dieser Prüfung</translation>
    </message>
    <message>
        <source>Open the asset in lineage</source>
        <translation>Das Asset in der Herkunft öffnen</translation>
    </message>
    <message>
        <source>Verdicts, and what was observed</source>
        <translation>Urteile, und was beobachtet wurde</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>Vergrößern (+)</translation>
    </message>
    <message>
        <source>Zoom out (-)</source>
        <translation>Verkleinern (-)</translation>
    </message>
    <message>
        <source>Show the whole period (0)</source>
        <translation>Den ganzen Zeitraum zeigen (0)</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Runs of the check</source>
        <translation>Läufe der Prüfung</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>portolan::views::quality::ChecksPage</name>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>There are no checks</source>
        <translation>Es gibt keine Prüfungen</translation>
    </message>
    <message>
        <source>Checks come from the results of dbt, Great Expectations, Soda and others, and from contracts. None of your accounts has one.</source>
        <translation>Prüfungen kommen aus den Ergebnissen von dbt, Great Expectations, Soda und anderen und aus Verträgen. Keines Ihrer Konten hat eine.</translation>
    </message>
</context>
<context>
    <name>portolan::views::quality::ComparePage</name>
    <message>
        <source>What is compared</source>
        <translation>Was verglichen wird</translation>
    </message>
    <message>
        <source>Service levels</source>
        <translation>Service-Level</translation>
    </message>
    <message>
        <source>Domains and dimensions</source>
        <translation>Domänen und Dimensionen</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Verglichen mit</translation>
    </message>
    <message>
        <source>Two periods side by side</source>
        <translation>Zwei Zeiträume nebeneinander</translation>
    </message>
    <message>
        <source>Reading the earlier period failed</source>
        <translation>Der frühere Zeitraum konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Service level</source>
        <translation>Service-Level</translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation>Dimension</translation>
    </message>
    <message>
        <source>State then</source>
        <translation>Zustand damals</translation>
    </message>
    <message>
        <source>State now</source>
        <translation>Zustand jetzt</translation>
    </message>
    <message>
        <source>SLI then</source>
        <translation>SLI damals</translation>
    </message>
    <message>
        <source>SLI now</source>
        <translation>SLI jetzt</translation>
    </message>
    <message>
        <source>Difference in points</source>
        <translation>Unterschied in Punkten</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Good then</source>
        <translation>Gut damals</translation>
    </message>
    <message>
        <source>Good now</source>
        <translation>Gut jetzt</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Service levels as they stood at the end of each period, each over its own window</source>
        <translation>Service-Level am Ende jedes Zeitraums, jedes über sein eigenes Fenster</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a measure and its asset</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>portolan::views::quality::CoverageBars</name>
    <message>
        <source>Coverage by domain, all domains</source>
        <translation>Abdeckung nach Domäne, alle Domänen</translation>
    </message>
    <message>
        <source>Coverage by domain, %1</source>
        <translation>Abdeckung nach Domäne, %1</translation>
    </message>
    <message>
        <source>Without a domain</source>
        <translation>Ohne Domäne</translation>
    </message>
    <message>
        <source>%1: %2 of %3 checked</source>
        <translation>%1: %2 von %3 geprüft</translation>
    </message>
    <message numerus="yes">
        <source>%n with checks that never ran</source>
        <translation>
            <numerusform>%n mit Prüfungen, die nie liefen</numerusform>
            <numerusform>%n mit Prüfungen, die nie liefen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>portolan::views::quality::CoveragePage</name>
    <message>
        <source>Coverage</source>
        <translation>Abdeckung</translation>
    </message>
    <message>
        <source>The coverage could not be read.</source>
        <translation>Die Abdeckung konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Nothing here deserves a check yet</source>
        <translation>Hier verdient noch nichts eine Prüfung</translation>
    </message>
    <message>
        <source>Fields count as critical when they are keys, confidential, or read by several products. No contract or manifest names such a field.</source>
        <translation>Felder gelten als kritisch, wenn sie Schlüssel sind, vertraulich, oder von mehreren Produkten gelesen werden. Kein Vertrag und kein Manifest nennt ein solches Feld.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n critical field(s) are checked</source>
        <translation>
            <numerusform>%1 von %n kritischen Feld ist geprüft</numerusform>
            <numerusform>%1 von %n kritischen Feldern sind geprüft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a check</source>
        <translation>
            <numerusform>%n ohne Prüfung</numerusform>
            <numerusform>%n ohne Prüfung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with checks that never ran</source>
        <translation>
            <numerusform>%n mit Prüfungen, die nie liefen</numerusform>
            <numerusform>%n mit Prüfungen, die nie liefen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>Every critical field that the filter lets through is checked.</source>
        <translation>Jedes kritische Feld, das der Filter durchlässt, ist geprüft.</translation>
    </message>
    <message>
        <source>No critical field is what the filter asks for.</source>
        <translation>Kein kritisches Feld ist, wonach der Filter fragt.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle anzeigen</translation>
    </message>
    <message>
        <source>By domain</source>
        <translation>Nach Domäne</translation>
    </message>
    <message>
        <source>Only what is not checked</source>
        <translation>Nur was nicht geprüft ist</translation>
    </message>
    <message>
        <source>Critical fields</source>
        <translation>Kritische Felder</translation>
    </message>
    <message>
        <source>Copy all shown as CSV</source>
        <translation>Alles Gezeigte als CSV kopieren</translation>
    </message>
</context>
<context>
    <name>portolan::views::quality::HeatMap</name>
    <message>
        <source>% good</source>
        <translation>% gut</translation>
    </message>
    <message>
        <source>≥ %1</source>
        <translation>≥ %1</translation>
    </message>
    <message>
        <source>&lt; %1</source>
        <translation>&lt; %1</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
</context>
<context>
    <name>portolan::views::quality::HeatTable</name>
    <message>
        <source>Domains and dimensions</source>
        <translation>Domänen und Dimensionen</translation>
    </message>
</context>
<context>
    <name>portolan::views::quality::IncidentChart</name>
    <message numerus="yes">
        <source>Observed in the last %n run(s)</source>
        <translation>
            <numerusform>Beobachtet im letzten %n Lauf</numerusform>
            <numerusform>Beobachtet in den letzten %n Läufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Verdicts of the last %n run(s)</source>
        <translation>
            <numerusform>Urteil des letzten %n Laufs</numerusform>
            <numerusform>Urteile der letzten %n Läufe</numerusform>
        </translation>
    </message>
    <message>
        <source>No runs are known in this time.</source>
        <translation>Aus dieser Zeit sind keine Läufe bekannt.</translation>
    </message>
    <message>
        <source>observed %1</source>
        <translation>beobachtet %1</translation>
    </message>
    <message>
        <source>expected %1</source>
        <translation>erwartet %1</translation>
    </message>
</context>
<context>
    <name>portolan::views::quality::IncidentDetail</name>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>Tatsächlich</translation>
    </message>
    <message>
        <source>%1, %2 ago</source>
        <translation>%1, vor %2</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Zugewiesen an</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>No service level and no failing asset is known below it.</source>
        <translation>Nachgelagert ist kein Service-Level und kein gestörtes Asset bekannt.</translation>
    </message>
    <message>
        <source>Being looked up …</source>
        <translation>Wird nachgesehen …</translation>
    </message>
    <message>
        <source>The incident</source>
        <translation>Der Vorfall</translation>
    </message>
    <message>
        <source>Open the asset</source>
        <translation>Das Asset öffnen</translation>
    </message>
    <message>
        <source>Copy the facts</source>
        <translation>Die Angaben kopieren</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>What broke</source>
        <translation>Was gestört ist</translation>
    </message>
    <message>
        <source>Newest runs</source>
        <translation>Neueste Läufe</translation>
    </message>
    <message>
        <source>Open the check: all runs as chart and table</source>
        <translation>Die Prüfung öffnen: alle Läufe als Diagramm und Tabelle</translation>
    </message>
    <message>
        <source>Who is hit</source>
        <translation>Wen es trifft</translation>
    </message>
    <message>
        <source>Show path in lineage</source>
        <translation>Weg in der Herkunft zeigen</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Detected</source>
        <translation>Erkannt</translation>
    </message>
    <message>
        <source>%1 after it began</source>
        <translation>%1 nach dem Beginn</translation>
    </message>
</context>
<context>
    <name>portolan::views::quality::IncidentList</name>
    <message>
        <source>Incidents</source>
        <translation>Vorfälle</translation>
    </message>
</context>
<context>
    <name>portolan::views::quality::IncidentStages</name>
    <message>
        <source>State: %1</source>
        <translation>Zustand: %1</translation>
    </message>
</context>
<context>
    <name>portolan::views::quality::IncidentsPage</name>
    <message>
        <source>Acknowledge</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>Start work</source>
        <translation>Arbeit beginnen</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation>Zuweisen …</translation>
    </message>
    <message>
        <source>Snooze until tomorrow</source>
        <translation>Zurückstellen bis morgen</translation>
    </message>
    <message>
        <source>Snooze for 4 hours</source>
        <translation>Für 4 Stunden zurückstellen</translation>
    </message>
    <message>
        <source>Snooze until Monday</source>
        <translation>Zurückstellen bis Montag</translation>
    </message>
    <message>
        <source>Resolve until it fails again</source>
        <translation>Erledigen, bis es wieder fehlschlägt</translation>
    </message>
    <message>
        <source>resolved until it fails again</source>
        <translation>erledigt, bis es wieder fehlschlägt</translation>
    </message>
    <message>
        <source>Add a note…</source>
        <translation>Notiz hinzufügen …</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Next incident</source>
        <translation>Nächster Vorfall</translation>
    </message>
    <message>
        <source>Previous incident</source>
        <translation>Voriger Vorfall</translation>
    </message>
    <message>
        <source>Tick</source>
        <translation>Ankreuzen</translation>
    </message>
    <message>
        <source>Open in lineage</source>
        <translation>In der Herkunft öffnen</translation>
    </message>
    <message>
        <source>Open the asset</source>
        <translation>Das Asset öffnen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s) %1</source>
        <translation>
            <numerusform>%n Vorfall %1</numerusform>
            <numerusform>%n Vorfälle %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Not done: %1</source>
        <translation>Nicht geschehen: %1</translation>
    </message>
    <message>
        <source>snoozed until %1</source>
        <translation>zurückgestellt bis %1</translation>
    </message>
    <message>
        <source>assigned to nobody</source>
        <translation>niemandem zugewiesen</translation>
    </message>
    <message>
        <source>assigned to %1</source>
        <translation>%1 zugewiesen</translation>
    </message>
    <message>
        <source>has a new note</source>
        <translation>hat eine neue Notiz</translation>
    </message>
    <message>
        <source>Nothing was taken back: %1</source>
        <translation>Nichts wurde zurückgenommen: %1</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n gewählt</numerusform>
            <numerusform>%n gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Take it back (%1)</source>
        <translation>Zurücknehmen (%1)</translation>
    </message>
    <message>
        <source>J next, K previous, A acknowledge, S snooze, Space ticks</source>
        <translation>J weiter, K zurück, A bestätigen, S zurückstellen, Leertaste kreuzt an</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Zurückstellen</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Erledigen</translation>
    </message>
    <message>
        <source>Puts it aside until tomorrow, 08:00 (S)</source>
        <translation>Stellt es bis morgen, 08:00, zurück (S)</translation>
    </message>
    <message>
        <source>It is over, until a check fails again</source>
        <translation>Es ist vorbei, bis eine Prüfung wieder fehlschlägt</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Zuweisen</translation>
    </message>
    <message>
        <source>Who works on it? Leave it empty for nobody.</source>
        <translation>Wer arbeitet daran? Leer lassen für niemanden.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>What should others know about it?</source>
        <translation>Was sollen andere darüber wissen?</translation>
    </message>
    <message>
        <source>Add the note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Vorfälle</translation>
    </message>
    <message>
        <source>The incidents could not be read.</source>
        <translation>Die Vorfälle konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No incidents</source>
        <translation>Keine Vorfälle</translation>
    </message>
    <message>
        <source>No check fails, and none was resolved in this period. An incident opens by itself when a check of an asset fails.</source>
        <translation>Keine Prüfung schlägt fehl, und keine wurde in diesem Zeitraum erledigt. Ein Vorfall eröffnet sich selbst, wenn eine Prüfung eines Assets fehlschlägt.</translation>
    </message>
    <message>
        <source>No incident matches</source>
        <translation>Kein Vorfall passt</translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s) are known, none of them is what the filter asks for.</source>
        <translation>
            <numerusform>%n Vorfall ist bekannt, er ist nicht, wonach der Filter fragt.</numerusform>
            <numerusform>%n Vorfälle sind bekannt, keiner davon ist, wonach der Filter fragt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle anzeigen</translation>
    </message>
    <message>
        <source>Nothing is chosen</source>
        <translation>Nichts ist gewählt</translation>
    </message>
    <message>
        <source>Choose an incident in the list: J goes to the next one, K to the one before.</source>
        <translation>Einen Vorfall in der Liste wählen: J geht zum nächsten, K zum vorigen.</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Done again</source>
        <translation>Wieder getan</translation>
    </message>
</context>
<context>
    <name>portolan::views::quality::LevelsPage</name>
    <message>
        <source>Service levels</source>
        <translation>Service-Level</translation>
    </message>
    <message>
        <source>There are no service levels</source>
        <translation>Es gibt keine Service-Level</translation>
    </message>
    <message>
        <source>Service levels come from OpenSLO files and from the terms of contracts. None of your accounts has one.</source>
        <translation>Service-Level kommen aus OpenSLO-Dateien und aus den Zusagen von Verträgen. Keines Ihrer Konten hat eines.</translation>
    </message>
    <message>
        <source>SLOs</source>
        <translation>SLOs</translation>
    </message>
</context>
<context>
    <name>portolan::views::quality::ListPage</name>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>%n insgesamt</numerusform>
            <numerusform>%n insgesamt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n</source>
        <translation>
            <numerusform>%1 von %n</numerusform>
            <numerusform>%1 von %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing matches this filter</source>
        <translation>Nichts passt zu diesem Filter</translation>
    </message>
    <message numerus="yes">
        <source>There are %n without it.</source>
        <translation>
            <numerusform>Ohne ihn gibt es %n.</numerusform>
            <numerusform>Ohne ihn gibt es %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter löschen</translation>
    </message>
</context>
<context>
    <name>portolan::views::quality::OverviewPage</name>
    <message>
        <source>What hurts first</source>
        <translation>Was zuerst drängt</translation>
    </message>
    <message>
        <source>Domain × dimension</source>
        <translation>Domäne × Dimension</translation>
    </message>
    <message>
        <source>Trends</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Do first:</source>
        <translation>Zuerst:</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Failing ancestors</source>
        <translation>Ursachen</translation>
    </message>
    <message>
        <source>, burn rates over the short, middle and long window</source>
        <translation>, Verbrauchsraten über das kurze, mittlere und lange Fenster</translation>
    </message>
    <message>
        <source>% of runs good, %1 dashed</source>
        <translation>% der Läufe gut, %1 gestrichelt</translation>
    </message>
    <message>
        <source>% of runs good, %1</source>
        <translation>% der Läufe gut, %1</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation>Dimension</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
</context>
<context>
    <name>portolan::views::quality::PeriodButton</name>
    <message>
        <source>Last 28 days</source>
        <translation>Letzte 28 Tage</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>Letzte 90 Tage</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>Other dates…</source>
        <translation>Andere Tage…</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Period: %1</source>
        <translation>Zeitraum: %1</translation>
    </message>
    <message>
        <source>Other dates</source>
        <translation>Andere Tage</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>portolan::views::quality::QualityBar</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Export (Ctrl+E)</source>
        <translation>Exportieren (Strg+E)</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Filter: domain, owner, state…</source>
        <translation>Filter: Domäne, Person, Zustand…</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Compares this period with an earlier one</source>
        <translation>Vergleicht diesen Zeitraum mit einem früheren</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Compare periods, on</source>
        <translation>Zeiträume vergleichen, an</translation>
    </message>
    <message>
        <source>Compare periods</source>
        <translation>Zeiträume vergleichen</translation>
    </message>
    <message>
        <source>Back to %1 (Alt+Up)</source>
        <translation>Zurück zu %1 (Alt+Hoch)</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>Bild (PNG)</translation>
    </message>
    <message>
        <source>Page (PDF)</source>
        <translation>Seite (PDF)</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabelle (CSV)</translation>
    </message>
</context>
<context>
    <name>portolan::views::quality::QualityPane</name>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Compare periods</source>
        <translation>Zeiträume vergleichen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Reading the figures</source>
        <translation>Die Zahlen werden gelesen</translation>
    </message>
    <message>
        <source>Reading the figures failed</source>
        <translation>Die Zahlen konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Nothing is measured yet</source>
        <translation>Noch wird nichts gemessen</translation>
    </message>
    <message>
        <source>None of your accounts has checks, results or service levels. Add a folder with results of dbt, Great Expectations or Soda, with contracts, or with OpenSLO files.</source>
        <translation>Keines Ihrer Konten hat Prüfungen, Ergebnisse oder Service-Level. Fügen Sie einen Ordner mit Ergebnissen von dbt, Great Expectations oder Soda, mit Verträgen oder mit OpenSLO-Dateien hinzu.</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>There are no figures to show</source>
        <translation>Es gibt keine Zahlen zu zeigen</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
</context>
<context>
    <name>portolan::views::quality::RootsTree</name>
    <message>
        <source>Earliest failing ancestors</source>
        <translation>Früheste gestörte Vorgänger</translation>
    </message>
    <message>
        <source>Open in lineage</source>
        <translation>In der Herkunft öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%1 with %n thing(s) below</source>
        <translation>
            <numerusform>%1 mit %n Ding darunter</numerusform>
            <numerusform>%1 mit %n Dingen darunter</numerusform>
        </translation>
    </message>
    <message>
        <source>no run since %1</source>
        <translation>kein Lauf seit %1</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1, seit %2</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s)</source>
        <translation>
            <numerusform>%n Ding</numerusform>
            <numerusform>%n Dinge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiteres</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show in lineage</source>
        <translation>In der Herkunft zeigen</translation>
    </message>
</context>
<context>
    <name>portolan::views::quality::SloFigures</name>
    <message>
        <source>the newest data are at most %1 old</source>
        <translation>die neuesten Daten höchstens %1 alt sind</translation>
    </message>
    <message numerus="yes">
        <source>all of %n check(s) pass</source>
        <translation>
            <numerusform>%n Prüfung besteht</numerusform>
            <numerusform>alle %n Prüfungen bestehen</numerusform>
        </translation>
    </message>
    <message>
        <source>rows that the check lets through, among all</source>
        <translation>Zeilen, die die Prüfung durchlässt, unter allen</translation>
    </message>
    <message>
        <source>%1, rolling</source>
        <translation>%1, gleitend</translation>
    </message>
    <message>
        <source>%1, by the calendar</source>
        <translation>%1, nach Kalender</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>Figures of the window</source>
        <translation>Zahlen des Fensters</translation>
    </message>
    <message>
        <source>Why it burns</source>
        <translation>Warum es brennt</translation>
    </message>
    <message>
        <source>Why it is missed</source>
        <translation>Warum es verfehlt ist</translation>
    </message>
    <message>
        <source>Why it holds</source>
        <translation>Warum es hält</translation>
    </message>
    <message>
        <source>Why nobody can tell</source>
        <translation>Warum es niemand weiß</translation>
    </message>
    <message>
        <source>%1 slices</source>
        <translation>%1 Abschnitte</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>slices</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>Schlecht</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Übrig</translation>
    </message>
    <message>
        <source>Left at worst</source>
        <translation>Schlimmstens übrig</translation>
    </message>
    <message>
        <source>SLI at least, at most</source>
        <translation>SLI mindestens, höchstens</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Good when</source>
        <translation>Gut, wenn</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Misst</translation>
    </message>
    <message>
        <source>Declared</source>
        <translation>Erklärt in</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
</context>
<context>
    <name>portolan::views::quality::SloPage</name>
    <message>
        <source>SLI over time</source>
        <translation>SLI im Verlauf</translation>
    </message>
    <message>
        <source>Error budget over time</source>
        <translation>Fehlerbudget im Verlauf</translation>
    </message>
    <message>
        <source>Burn rates over time</source>
        <translation>Verbrauchsraten im Verlauf</translation>
    </message>
    <message>
        <source>Samples over time</source>
        <translation>Messwerte im Verlauf</translation>
    </message>
    <message>
        <source>SLI</source>
        <translation>SLI</translation>
    </message>
    <message>
        <source>Error budget</source>
        <translation>Fehlerbudget</translation>
    </message>
    <message>
        <source>Burn rate</source>
        <translation>Verbrauchsrate</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Reading the evidence</source>
        <translation>Die Nachweise werden gelesen</translation>
    </message>
    <message>
        <source>This service level is no longer declared</source>
        <translation>Dieses Service-Level ist nicht mehr erklärt</translation>
    </message>
    <message>
        <source>It was taken out of the file that it stood in, or the account is gone.</source>
        <translation>Es wurde aus der Datei genommen, in der es stand, oder das Konto gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Reading the service level failed</source>
        <translation>Das Service-Level konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>%1 over %2</source>
        <translation>%1 über %2</translation>
    </message>
    <message>
        <source>counted rows</source>
        <translation>gezählte Zeilen</translation>
    </message>
    <message>
        <source>slices of %1</source>
        <translation>Abschnitte von %1</translation>
    </message>
    <message>
        <source>Met, but burning:</source>
        <translation>Erfüllt, aber brennt:</translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1:</translation>
    </message>
    <message>
        <source>SLI, %1</source>
        <translation>SLI, %1</translation>
    </message>
    <message>
        <source>drag the target to try another; double-click to type it</source>
        <translation>Ziel ziehen, um ein anderes zu versuchen; doppelt klicken, um es zu tippen</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>1× spends exactly the budget; cut at %1×</source>
        <translation>1× verbraucht genau das Budget; bei %1× abgeschnitten</translation>
    </message>
    <message>
        <source>1× spends exactly the budget</source>
        <translation>1× verbraucht genau das Budget</translation>
    </message>
    <message>
        <source>none in the last days of the period</source>
        <translation>keine in den letzten Tagen des Zeitraums</translation>
    </message>
    <message numerus="yes">
        <source>%n measurement(s), bad ones crossed</source>
        <translation>
            <numerusform>%n Messung, schlechte gekreuzt</numerusform>
            <numerusform>%n Messungen, schlechte gekreuzt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::quality::TargetHandle</name>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Drag to try another target. Arrows move it by 0.1 %, with Shift by 0.01 %, Page up and down by 1 %; Enter types one, Esc resets.</source>
        <translation>Ziehen versucht ein anderes Ziel. Pfeile bewegen es um 0,1 %, mit Umschalt um 0,01 %, Bild auf und ab um 1 %; Eingabe tippt eines, Esc setzt zurück.</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Target to try</source>
        <translation>Ziel zum Versuchen</translation>
    </message>
</context>
<context>
    <name>portolan::views::quality::TimeChart</name>
    <message>
        <source>Plus and minus zoom, the arrows move, 0 shows all.</source>
        <translation>Plus und Minus vergrößern und verkleinern, die Pfeile bewegen, 0 zeigt alles.</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
</context>
<context>
    <name>portolan::views::quality::TrendCharts</name>
    <message>
        <source>Trend of %1</source>
        <translation>Verlauf: %1</translation>
    </message>
    <message>
        <source>others</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
</context>
<context>
    <name>portolan::views::quality::WhatIfTable</name>
    <message>
        <source>If the target had been another</source>
        <translation>Wäre das Ziel ein anderes gewesen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Days missed</source>
        <translation>Tage verfehlt</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Left now</source>
        <translation>Jetzt übrig</translation>
    </message>
    <message>
        <source>State now</source>
        <translation>Zustand jetzt</translation>
    </message>
    <message>
        <source>There are no figures: %1</source>
        <translation>Es gibt keine Zahlen: %1</translation>
    </message>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>Letzter %n Tag</numerusform>
            <numerusform>Letzte %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>If the target had been %1</source>
        <translation>Wäre das Ziel %1 gewesen</translation>
    </message>
    <message>
        <source>Proposal for %1 of %2: target %3 instead of %4, over %5.</source>
        <translation>Vorschlag für %1 von %2: Ziel %3 statt %4, über %5.</translation>
    </message>
    <message>
        <source>%1: %2 instead of %3</source>
        <comment>a figure: proposed, now</comment>
        <translation>%1: %2 statt %3</translation>
    </message>
    <message>
        <source>Declared in %1, line %2</source>
        <translation>Erklärt in %1, Zeile %2</translation>
    </message>
    <message>
        <source>Copy proposal of %1 for the owner</source>
        <translation>Vorschlag von %1 für die Eigentümer kopieren</translation>
    </message>
    <message>
        <source>Declared in %1</source>
        <translation>Erklärt in %1</translation>
    </message>
</context>
<context>
    <name>portolan::views::shell::Breadcrumb</name>
    <message>
        <source>Parts that do not fit</source>
        <translation>Teile, die nicht passen</translation>
    </message>
</context>
<context>
    <name>portolan::views::shell::CommandPalette</name>
    <message>
        <source>Search and commands</source>
        <translation>Suche und Befehle</translation>
    </message>
    <message>
        <source>Search the mesh</source>
        <translation>Mesh durchsuchen</translation>
    </message>
    <message>
        <source>Search the mesh, or type &gt; @ # /</source>
        <translation>Mesh durchsuchen oder &gt; @ # / eingeben</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>open</source>
        <translation>öffnen</translation>
    </message>
    <message>
        <source>open behind</source>
        <translation>im Hintergrund öffnen</translation>
    </message>
    <message>
        <source>actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>people</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>domains</source>
        <translation>Domänen</translation>
    </message>
    <message>
        <source>The search failed</source>
        <translation>Die Suche ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>searched “%1”</source>
        <translation>„%1“ gesucht</translation>
    </message>
    <message numerus="yes">
        <source>%n in %1 ms</source>
        <translation>
            <numerusform>%n in %1 ms</numerusform>
            <numerusform>%n in %1 ms</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open behind</source>
        <translation>Im Hintergrund öffnen</translation>
    </message>
    <message>
        <source>Open in a window of its own</source>
        <translation>In eigenem Fenster öffnen</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Name kopieren</translation>
    </message>
</context>
<context>
    <name>portolan::views::shell::DocumentTabs</name>
    <message>
        <source>Open tabs</source>
        <translation>Offene Tabs</translation>
    </message>
    <message>
        <source>Close tab</source>
        <translation>Tab schließen</translation>
    </message>
    <message>
        <source>Close tab (%1)</source>
        <translation>Tab schließen (%1)</translation>
    </message>
    <message>
        <source>Move to a window of its own</source>
        <translation>In eigenes Fenster verschieben</translation>
    </message>
    <message>
        <source>Close other tabs</source>
        <translation>Andere Tabs schließen</translation>
    </message>
</context>
<context>
    <name>portolan::views::shell::FirstRunPage</name>
    <message>
        <source>Welcome to Portolan</source>
        <translation>Willkommen bei Portolan</translation>
    </message>
    <message>
        <source>Look around in the demo mesh</source>
        <translation>Im Demo-Mesh umsehen</translation>
    </message>
    <message>
        <source>A retail company with some forty data products. It comes with the program and needs no network.</source>
        <translation>Ein Handelsunternehmen mit rund vierzig Datenprodukten. Es wird mit dem Programm geliefert und benötigt kein Netzwerk.</translation>
    </message>
    <message>
        <source>Open the demo mesh</source>
        <translation>Demo-Mesh öffnen</translation>
    </message>
    <message>
        <source>Open a folder of mine</source>
        <translation>Eigenen Ordner öffnen</translation>
    </message>
    <message>
        <source>A folder with data contracts (ODCS), data products (ODPS) or dbt artifacts, in any mix. It is watched: what you save there shows here.</source>
        <translation>Ein Ordner mit Datenverträgen (ODCS), Datenprodukten (ODPS) oder dbt-Artefakten in beliebiger Mischung. Er wird überwacht: Dort Gespeichertes erscheint hier.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner auswählen…</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Portolan shows the data products of a mesh: what there is, who answers for it, and what is promised. It reads what you point it at, and changes there only what you tell it to.</source>
        <translation>Portolan zeigt die Datenprodukte eines Mesh: was es gibt, wer dafür verantwortlich ist und was zugesagt ist. Es liest, worauf es verwiesen wird, und ändert dort nur, was Sie ihm sagen.</translation>
    </message>
    <message>
        <source>Connect to a server</source>
        <translation>Mit einem Server verbinden</translation>
    </message>
    <message>
        <source>A platform that your company runs: DataHub, OpenMetadata, Marquez, Entropy Data or Open Policy Agent.</source>
        <translation>Eine Plattform, die Ihr Unternehmen betreibt: DataHub, OpenMetadata, Marquez, Entropy Data oder Open Policy Agent.</translation>
    </message>
    <message>
        <source>Add a server…</source>
        <translation>Server hinzufügen…</translation>
    </message>
</context>
<context>
    <name>portolan::views::shell::MainWindow</name>
    <message>
        <source>Sync now (%1)</source>
        <translation>Jetzt abgleichen (%1)</translation>
    </message>
    <message>
        <source>Last sync: %1</source>
        <translation>Letzter Abgleich: %1</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Abgleichen</translation>
    </message>
    <message>
        <source>Pane</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Mesh</source>
        <translation>Mesh</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Stop syncing</source>
        <translation>Abgleich anhalten</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>About Portolan</source>
        <translation>Über Portolan</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Search and commands</source>
        <translation>Suche und Befehle</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Find in this pane</source>
        <translation>In diesem Bereich suchen</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Nächster Teil des Fensters</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>Vorheriger Teil des Fensters</translation>
    </message>
    <message>
        <source>Tabs</source>
        <translation>Tabs</translation>
    </message>
    <message>
        <source>Open something in a tab</source>
        <translation>Etwas in einem Tab öffnen</translation>
    </message>
    <message>
        <source>Close tab</source>
        <translation>Tab schließen</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>Nächster Tab</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>Vorheriger Tab</translation>
    </message>
    <message>
        <source>Move tab to a window of its own</source>
        <translation>Tab in ein eigenes Fenster verschieben</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Next look: light, dark, high contrast</source>
        <translation>Nächstes Aussehen: hell, dunkel, hoher Kontrast</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>Layout zurücksetzen</translation>
    </message>
    <message>
        <source>Request what is collected</source>
        <translation>Gesammeltes beantragen</translation>
    </message>
    <message>
        <source>Add a server…</source>
        <translation>Server hinzufügen …</translation>
    </message>
</context>
<context>
    <name>portolan::views::shell::Rail</name>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Panes</source>
        <translation>Bereiche</translation>
    </message>
</context>
<context>
    <name>portolan::views::shell::RailButton</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::shell::SearchButton</name>
    <message>
        <source>Search the mesh</source>
        <translation>Mesh durchsuchen</translation>
    </message>
</context>
<context>
    <name>portolan::views::shell::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>“System” follows the desktop, also while Portolan is open.</source>
        <translation>„System“ folgt dem Desktop, auch während Portolan geöffnet ist.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Text size in percent</source>
        <translation>Textgröße in Prozent</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Nothing in Portolan moves by itself, so there is nothing to reduce.</source>
        <translation>In Portolan bewegt sich nichts von selbst, daher gibt es nichts zu reduzieren.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Takes effect when Portolan is started again.</source>
        <translation>Wird beim nächsten Start von Portolan wirksam.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Layout</translation>
    </message>
    <message>
        <source>Tabs, columns, filters and sizes are kept from start to start.</source>
        <translation>Tabs, Spalten, Filter und Größen bleiben von Start zu Start erhalten.</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>Layout zurücksetzen</translation>
    </message>
    <message>
        <source>Close all tabs and put every pane back as it was at the first start?</source>
        <translation>Alle Tabs schließen und jeden Bereich wie beim ersten Start anordnen?</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Accounts and your own work are kept here, readable by you alone.</source>
        <translation>Konten und eigene Arbeit werden hier abgelegt, nur für Sie lesbar.</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Mitteilungen</translation>
    </message>
    <message>
        <source>Each is shown once, and not while you look at it.</source>
        <translation>Jede wird einmal gezeigt, und nicht, während Sie sie vor sich haben.</translation>
    </message>
    <message>
        <source>Say when a request waits for me, when one of mine is questioned or decided, and when an agreement ends soon</source>
        <translation>Melden, wenn ein Antrag auf mich wartet, wenn zu einem von meinen nachgefragt oder über ihn entschieden wird und wenn eine Vereinbarung bald endet</translation>
    </message>
</context>
<context>
    <name>portolan::views::shell::StatusLine</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>Noch kein Konto</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>not synced yet</source>
        <translation>noch nicht abgeglichen</translation>
    </message>
    <message numerus="yes">
        <source>%n sync(s) failed</source>
        <translation>
            <numerusform>%n Abgleich fehlgeschlagen</numerusform>
            <numerusform>%n Abgleiche fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Outbox: %1</source>
        <translation>Postausgang: %1</translation>
    </message>
    <message>
        <source>Opens the outbox</source>
        <translation>Öffnet den Postausgang</translation>
    </message>
</context>
<context>
    <name>portolan::views::shell::TopBar</name>
    <message numerus="yes">
        <source>%n collected for a request</source>
        <translation>
            <numerusform>%n für einen Antrag gesammelt</numerusform>
            <numerusform>%n für einen Antrag gesammelt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::views::shell::Workspace</name>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
</context>
</TS>
