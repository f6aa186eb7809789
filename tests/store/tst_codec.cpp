// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/result.h"
#include "models/store/archivewriter.h"
#include "models/store/codec.h"
#include "models/store/packedfields.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;

namespace {

//! The fields in \a bytes that may hold all of \a starts, or one of them.
QList<domain::Field> holding(const QByteArray &bytes, const QByteArrayList &starts,
                             bool all = false)
{
    QList<domain::Field> fields;
    const auto every = (store::StartBits{1} << starts.size()) - 1;
    store::PackedFields([&bytes] { return bytes; }, 0)
        .scan(
            starts, store::FieldSource::noLimit,
            [=](store::StartBits bits) { return all ? bits == every : bits != 0; },
            [&fields](domain::Field &&field) { fields.append(std::move(field)); });
    return fields;
}

} // namespace

class TestCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aFieldThatHoldsAWordIsNeverLeftOut()
    {
        QRandomGenerator random(20261126);
        const QStringList words{u"order"_s,  u"Customer"_s, u"e_mail"_s, u"price"_s,
                                u"Straße"_s, u"QUANTITY"_s, u"day"_s,    u"x"_s,
                                u"заказ"_s,  u"note"_s,     {}};
        const auto word = [&] { return words.at(random.bounded(int(words.size()))); };
        int left = 0;
        for (int round = 0; round < 300; ++round) {
            QList<domain::Field> fields;
            for (int i = 0, count = int(random.bounded(40)); i < count; ++i) {
                domain::Field field;
                field.path = word() + u'.' + word();
                field.name = word();
                field.description = word() + u' ' + word();
                field.tags = {word()};
                field.examples = {QString(random.bounded(100), u'7')};
                field.primaryKeyPosition = int(random.bounded(60));
                fields.append(field);
            }
            const auto bytes = store::encodeFields(fields);
            const QByteArrayList starts{"ord", "qua"};
            const auto found = holding(bytes, starts);
            const auto withBoth = holding(bytes, starts, true);
            left += int(fields.size() - found.size());
            // In their order, nothing altered, and all that hold one.
            auto from = fields.cbegin();
            for (const auto &field : found) {
                from = std::find(from, fields.cend(), field);
                QVERIFY(from != fields.cend());
                ++from;
            }
            for (const auto &field : std::as_const(fields)) {
                const auto text =
                    QString(field.path + field.name + field.description + field.tags.join(u' '))
                        .toLower();
                if (text.contains(u"ord"_s) || text.contains(u"qua"_s))
                    QVERIFY(found.contains(field));
                if (text.contains(u"ord"_s) && text.contains(u"qua"_s))
                    QVERIFY(withBoth.contains(field));
            }
        }
        QVERIFY(left > 100); // and it does leave out
    }

    void whatTheBeginningCutsOffIsReadAsWell()
    {
        QList<domain::Field> fields;
        for (int i = 0; i < 400; ++i) {
            // 5 KB each, of letters that do not pack well: more than the beginning that is unpacked
            // first, and one field that is longer than that beginning.
            QString words;
            QRandomGenerator random{quint32(i)};
            for (int letter = 0; letter < (i == 50 ? 700'000 : 5'000); ++letter)
                words += QChar(u'a' + int(random.bounded(26)));
            fields.append({.path = u"0%1"_s.arg(i), .description = words});
        }
        const auto bytes = store::encodeFields(fields);
        QCOMPARE(holding(bytes, {"0"}), fields);
        int asked = 0;
        store::PackedFields few([&bytes] { return bytes; }, fields.size());
        few.scan(
            {"0"}, 7, [&asked](store::StartBits) { return ++asked > 0; }, [](auto &&) {});
        QCOMPARE(asked, 7);
    }

    void documentsOfTheFormBeforeAreStillRead()
    {
        // As they were written before fields had a physical name: first byte 0.
        store::ArchiveWriter writer;
        writer.number(2);
        for (const auto &name : {u"order_id"_s, u"price"_s}) {
            writer(u"row."_s + name, name, u"Title"_s, u"text"_s, u"string"_s, u"About"_s,
                   u"public"_s, QStringList{u"tag"_s}, QStringList{}, QStringList{u"other"_s},
                   QStringList{}, QStringList{}, QString(), QString(), u"max 20"_s,
                   QStringList{u"a.b"_s}, std::optional(false), true, 3, true, false, true, false);
        }
        const QByteArray bytes = '\0' + writer.bytes;
        const auto fields = store::decodeFields(bytes);
        QCOMPARE(fields.size(), 2);
        QCOMPARE(fields.at(1).path, u"row.price"_s);
        QCOMPARE(fields.at(1).physicalName, QString());
        QCOMPARE(fields.at(1).constraints, u"max 20"_s);
        QCOMPARE(fields.at(1).primaryKeyPosition, 3);
        QVERIFY(fields.at(1).critical);
        QCOMPARE(holding(bytes, {"ord"}), fields.mid(0, 1));
        // What is written today begins otherwise, and keeps the name.
        auto named = fields;
        named[0].physicalName = u"ORD_ID"_s;
        const auto today = store::encodeFields(named);
        QCOMPARE(today.front(), '\2');
        QCOMPARE(store::decodeFields(today), named);
    }

    void documentsOfALaterFormAreAnError()
    {
        auto bytes = store::encodeFields({});
        bytes[0] = '\4';
        QVERIFY_THROWS_EXCEPTION(Error, static_cast<void>(store::decodeFields(bytes)));
    }

    void damagedFieldsAreAnError()
    {
        domain::Field field;
        field.name = u"order"_s;
        const auto bytes = store::encodeFields({field});
        QVERIFY_THROWS_EXCEPTION(
            Error, static_cast<void>(holding(bytes.first(bytes.size() / 2), {"ord"})));
    }
};

QTEST_GUILESS_MAIN(TestCodec)
#include "tst_codec.moc"
