// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shared/rowlist.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QScrollBar>
#include <QStringListModel>
#include <QStyledItemDelegate>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using views::RowList;

namespace {

constexpr int rowHeight = 30;

class Delegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {100, rowHeight};
    }
};

//! As many rows as wanted; counts how often it is asked for one.
class Rows : public QAbstractListModel
{
public:
    explicit Rows(int rows)
        : m_rows(rows)
    {
    }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : m_rows;
    }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override
    {
        ++asked;
        return QAbstractListModel::index(row, column, parent);
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole ? u"row %1"_s.arg(index.row()) : QVariant();
    }

    void reset(int rows)
    {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    }

    void prepend(int rows)
    {
        beginInsertRows({}, 0, rows - 1);
        m_rows += rows;
        endInsertRows();
    }

    mutable int asked = 0;

private:
    int m_rows;
};

//! A list of ten rows' height.
struct Fixture
{
    explicit Fixture(int rows)
        : model(rows)
    {
        list.setModel(&model);
        list.setItemDelegate(new Delegate(&list));
        list.setFrameShape(QFrame::NoFrame);
        list.resize(300, 10 * rowHeight);
        list.show();
        QVERIFY(QTest::qWaitForWindowExposed(&list));
        list.setFocus();
    }

    Rows model;
    RowList list;
};

} // namespace

class TestRowList : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aMillionRowsAreNotWalkedThrough()
    {
        Fixture fixture(1'000'000);
        fixture.model.asked = 0;
        fixture.model.reset(1'000'001);
        fixture.list.doItemsLayout();
        fixture.list.grab();
        QTest::keyClick(&fixture.list, Qt::Key_End);
        fixture.list.grab();
        QCOMPARE(fixture.list.currentIndex().row(), 1'000'000);
        QCOMPARE(fixture.list.visualRect(fixture.list.currentIndex()).bottom(), 10 * rowHeight - 1);
        QVERIFY2(fixture.model.asked < 1000, qPrintable(QString::number(fixture.model.asked)));
    }

    void placesAndRowsAgree()
    {
        Fixture fixture(100);
        auto &list = fixture.list;
        QCOMPARE(list.verticalScrollBar()->maximum(), 90 * rowHeight);
        for (const int scroll : {0, 7, 29, 30, 1234, 2700}) {
            list.verticalScrollBar()->setValue(scroll);
            for (int y = 0; y < 10 * rowHeight; y += 11) {
                const auto index = list.indexAt({5, y});
                QCOMPARE(index.row(), (y + scroll) / rowHeight);
                QVERIFY(list.visualRect(index).contains(5, y));
            }
        }
        QVERIFY(!list.indexAt({5, -1 - list.verticalScrollBar()->value()}).isValid());
        fixture.model.reset(3);
        list.doItemsLayout();
        QVERIFY(!list.indexAt({5, 3 * rowHeight}).isValid());
        QCOMPARE(list.verticalScrollBar()->maximum(), 0);
    }

    void keysMoveAndKeepTheRowInSight_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<int>("to");
        QTest::newRow("down") << 4 << Qt::Key_Down << 5;
        QTest::newRow("down, the last") << 99 << Qt::Key_Down << 99;
        QTest::newRow("up") << 4 << Qt::Key_Up << 3;
        QTest::newRow("up, the first") << 0 << Qt::Key_Up << 0;
        QTest::newRow("page down") << 4 << Qt::Key_PageDown << 13;
        QTest::newRow("page up") << 50 << Qt::Key_PageUp << 41;
        QTest::newRow("home") << 50 << Qt::Key_Home << 0;
        QTest::newRow("end") << 4 << Qt::Key_End << 99;
    }

    void keysMoveAndKeepTheRowInSight()
    {
        QFETCH(const int, from);
        QFETCH(const Qt::Key, key);
        QFETCH(const int, to);
        Fixture fixture(100);
        fixture.list.setCurrentIndex(fixture.model.index(from, 0));
        QTest::keyClick(&fixture.list, key);
        QCOMPARE(fixture.list.currentIndex().row(), to);
        QVERIFY(fixture.list.selectionModel()->isRowSelected(to, {}));
        QVERIFY(fixture.list.viewport()->rect().contains(
            fixture.list.visualRect(fixture.list.currentIndex())));
    }

    void aClickSelectsWhatIsUnderIt()
    {
        Fixture fixture(100);
        fixture.list.verticalScrollBar()->setValue(45);
        QTest::mouseClick(fixture.list.viewport(), Qt::LeftButton, {}, {5, 100});
        QCOMPARE(fixture.list.currentIndex().row(), 4);
        QCOMPARE(fixture.list.selectionModel()->selectedIndexes().size(), 1);
    }

    void rowsThatComeMakeItLonger()
    {
        Fixture fixture(100);
        fixture.list.setCurrentIndex(fixture.model.index(2, 0));
        fixture.model.prepend(50);
        fixture.list.doItemsLayout();
        QCOMPARE(fixture.list.currentIndex().row(), 52);
        QCOMPARE(fixture.list.verticalScrollBar()->maximum(), 140 * rowHeight);
    }

    void aScreenReaderFindsTheRows()
    {
        Fixture fixture(100);
        auto *accessible = QAccessible::queryAccessibleInterface(&fixture.list);
        QVERIFY(accessible != nullptr);
        QCOMPARE(accessible->childCount(), 100);
        auto *row = accessible->child(3);
        QVERIFY(row != nullptr);
        QCOMPARE(row->text(QAccessible::Name), u"row 3"_s);
        const auto expected = fixture.list.visualRect(fixture.model.index(3, 0));
        QCOMPARE(row->rect().size(), expected.size());
        QCOMPARE(row->rect().topLeft(), fixture.list.viewport()->mapToGlobal(expected.topLeft()));
    }
};

QTEST_MAIN(TestRowList)
#include "tst_rowlist.moc"
