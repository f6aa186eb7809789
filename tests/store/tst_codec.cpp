// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/result.h"
#include "models/store/codec.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;

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
            const auto found = store::decodeFieldsHolding(bytes, starts);
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
            }
        }
        QVERIFY(left > 100); // and it does leave out
    }

    void damagedFieldsAreAnError()
    {
        domain::Field field;
        field.name = u"order"_s;
        const auto bytes = store::encodeFields({field});
        QVERIFY_THROWS_EXCEPTION(
            Error,
            static_cast<void>(store::decodeFieldsHolding(bytes.first(bytes.size() / 2), {"ord"})));
    }
};

QTEST_GUILESS_MAIN(TestCodec)
#include "tst_codec.moc"
