// SPDX-License-Identifier: GPL-3.0-or-later
// The architecture, proved from the includes: who may know whom, and how large a file may grow.
#include <QDir>
#include <QDirIterator>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

using Layers = QSet<QString>;

// Who may include whom. A layer may always include itself. This table is the architecture.
const QHash<QString, Layers> allowed{
    {u"models/base"_s, {}},
    {u"models/domain"_s, {u"models/base"_s}},
    {u"models/formats"_s, {u"models/base"_s, u"models/domain"_s}},
    {u"models/lineage"_s, {u"models/base"_s, u"models/domain"_s}},
    {u"models/quality"_s, {u"models/base"_s, u"models/domain"_s}},
    {u"models/policy"_s, {u"models/base"_s, u"models/domain"_s}},
    {u"models/store"_s, {u"models/base"_s, u"models/domain"_s}},
    {u"models/net"_s, {u"models/base"_s}},
    {u"models/secrets"_s, {u"models/base"_s}},
    {u"models/signin"_s, {u"models/base"_s, u"models/net"_s, u"models/secrets"_s}},
    {u"models/platforms"_s,
     {u"models/base"_s, u"models/domain"_s, u"models/formats"_s, u"models/net"_s}},
    {u"models/sync"_s,
     {u"models/base"_s, u"models/domain"_s, u"models/store"_s, u"models/net"_s, u"models/secrets"_s,
      u"models/signin"_s, u"models/platforms"_s}},
    {u"models/items"_s,
     {u"models/base"_s, u"models/domain"_s, u"models/store"_s, u"models/lineage"_s,
      u"models/quality"_s, u"models/policy"_s, u"models/sync"_s}},
    {u"views"_s,
     {u"models/base"_s, u"models/domain"_s, u"models/lineage"_s, u"models/quality"_s,
      u"models/policy"_s, u"models/items"_s, u"models/sync"_s}},
};

constexpr int maxSourceLines = 400;
constexpr int maxHeaderLines = 200;

QString layerOf(const QString &path)
{
    const auto parts = path.split(u'/');
    if (parts.first() != u"models"_s)
        return parts.first();
    return parts.size() > 2 ? parts.first() + u'/' + parts.at(1) : parts.first();
}

//! The folder \a path lies in when it is one of several siblings that must not know each other.
QString siblingOf(const QString &path, const QString &parent)
{
    if (!path.startsWith(parent + u'/'))
        return {};
    const auto rest = path.mid(parent.size() + 1).split(u'/');
    return rest.size() > 1 ? rest.first() : QString();
}

struct Source
{
    QString path;
    QString text;

    QStringList includes() const
    {
        static const QRegularExpression pattern(
            u"^#include \"((?:app|views|models|tests)/[^\"]+)\""_s,
            QRegularExpression::MultilineOption);
        QStringList found;
        for (auto it = pattern.globalMatch(text); it.hasNext();)
            found.append(it.next().captured(1));
        return found;
    }
};

QList<Source> sources(const QStringList &tops)
{
    QList<Source> list;
    const QDir root(QStringLiteral(PORTOLAN_SOURCE_DIR));
    for (const auto &top : tops) {
        QDirIterator files(root.filePath(top), {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                list.append(
                    {root.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll())});
        }
    }
    return list;
}

} // namespace

class TestLayers : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        m_sources = sources({u"app"_s, u"views"_s, u"models"_s});
        QVERIFY(m_sources.size() > 10);
    }

    void includesFollowTheTable()
    {
        QStringList wrong;
        for (const auto &source : std::as_const(m_sources)) {
            const auto from = layerOf(source.path);
            if (from == u"app"_s)
                continue;
            for (const auto &include : source.includes()) {
                const auto to = layerOf(include);
                if (to != from && !allowed.value(from).contains(to))
                    wrong.append(source.path + u" may not include "_s + include);
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void siblingsDoNotKnowEachOther()
    {
        // views/shared is what panes share; the shell hosts panes that it does not know.
        QStringList wrong;
        for (const auto &parent : {u"models/platforms"_s, u"views"_s}) {
            for (const auto &source : std::as_const(m_sources)) {
                const auto own = siblingOf(source.path, parent);
                for (const auto &include : source.includes()) {
                    const auto other = siblingOf(include, parent);
                    if (!own.isEmpty() && !other.isEmpty() && other != own && other != u"shared"_s)
                        wrong.append(source.path + u" includes its sibling "_s + include);
                }
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void modelsKnowNoWidgets()
    {
        static const QRegularExpression widget(
            u"#include <(QtWidgets|QWidget|QApplication|QDialog|QMessageBox|QAction|QMenu|QLabel|"
            "QGraphics|QTableView|QTreeView|QListView|QStyle|QLayout|QPushButton)"_s);
        QStringList wrong;
        for (const auto &source : std::as_const(m_sources)) {
            if (source.path.startsWith(u"models/"_s) && widget.match(source.text).hasMatch())
                wrong.append(source.path);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void thirdPartyLibrariesStayInTheirLayer()
    {
        const QHash<QString, QStringList> owners{
            {u"SQLiteCpp/"_s, {u"models/store/"_s}},
            {u"sqlite3"_s, {u"models/store/"_s}},
            {u"curl/"_s, {u"models/net/"_s}},
            {u"openssl/"_s, {u"models/signin/"_s}},
            {u"yaml-cpp/"_s, {u"models/formats/"_s}},
            {u"simdjson"_s, {u"models/formats/"_s, u"models/platforms/"_s, u"models/net/"_s}},
            {u"QtCharts"_s, {u"views/quality/"_s}},
            {u"qt6keychain"_s, {u"models/secrets/"_s}},
        };
        QStringList wrong;
        for (const auto &source : std::as_const(m_sources)) {
            for (auto it = owners.begin(); it != owners.end(); ++it) {
                const bool home = std::any_of(it->begin(), it->end(), [&](const QString &folder) {
                    return source.path.startsWith(folder);
                });
                if (!home && source.text.contains(u"#include <"_s + it.key()))
                    wrong.append(source.path + u" includes "_s + it.key());
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void filesStaySmall()
    {
        QStringList wrong;
        for (const auto &source : std::as_const(m_sources)) {
            const auto limit = source.path.endsWith(u".h"_s) ? maxHeaderLines : maxSourceLines;
            if (source.text.count(u'\n') > limit)
                wrong.append(source.path + u" has grown past "_s + QString::number(limit));
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void fileNamesSayWhatIsInThem()
    {
        static const QRegularExpression vague(u"(manager|helper|utils?|misc|common|core)[^/]*$"_s);
        QStringList wrong;
        for (const auto &source : std::as_const(m_sources)) {
            if (vague.match(source.path).hasMatch() || source.path != source.path.toLower())
                wrong.append(source.path);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    //! What a person does to a platform goes through PortalCommands, which the sender alone
    //! empties.
    void thereIsOneDoorToTheOutbox()
    {
        static const QRegularExpression inside(uR"(operations\w*(\(\))?(->|\.)enqueue\()"_s);
        QStringList doors;
        for (const auto &source : std::as_const(m_sources)) {
            if (!source.path.startsWith(u"models/store/"_s) && inside.match(source.text).hasMatch())
                doors.append(source.path);
        }
        QCOMPARE(doors, QStringList{u"models/sync/portalcommands.cpp"_s});
    }

    void nothingBlocksTheWindow()
    {
        static const QRegularExpression blocking(
            u"processEvents|waitForFinished|waitForDone|QThread::m?sleep|QEventLoop"_s);
        QStringList wrong;
        for (const auto &source : std::as_const(m_sources)) {
            const bool inWindow =
                source.path.startsWith(u"views/"_s) || source.path.startsWith(u"models/items/"_s);
            if (inWindow && blocking.match(source.text).hasMatch())
                wrong.append(source.path);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void foreignTextMeetsOnlySafeWidgets()
    {
        // QLabel and tool tips guess HTML in what a server wrote (security.md 2.2): they are made
        // in one place, which says plain text.
        static const QRegularExpression raw(
            u"new QLabel\\b|\\bQLabel\\s+\\w+[({;]|setToolTip\\(|QMessageBox::|"
            "QDesktopServices::openUrl|->setHtml\\(|\\.setHtml\\("_s);
        QStringList wrong;
        for (const auto &source : std::as_const(m_sources)) {
            if (!source.path.startsWith(u"views/"_s) || source.path.startsWith(u"views/shared/"_s))
                continue;
            const auto lines = source.text.split(u'\n');
            for (qsizetype i = 0; i < lines.size(); ++i) {
                if (raw.match(lines.at(i)).hasMatch() && !lines.at(i).contains(u"safeToolTip"_s))
                    wrong.append(source.path + u':' + QString::number(i + 1) + lines.at(i));
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

private:
    QList<Source> m_sources;
};

QTEST_APPLESS_MAIN(TestLayers)
#include "tst_layers.moc"
