// SPDX-License-Identifier: GPL-3.0-or-later
// Answers written for the tests. They stand in a file of their own, since moc does not read past
// quotes and comment marks in raw strings.
#pragma once

#include <QByteArray>

namespace portolan::tests {

extern const QByteArray tableOfOrders;
extern const QByteArray mixedList;
extern const QByteArray firstOfMixedList;
extern const QByteArray containerOfOrders;
extern const QByteArray contractOfOrders;
extern const QByteArray failedTestCase;
extern const QByteArray tableWithWrongTypes;
extern const QByteArray topicWithDot;
extern const QByteArray documentedContract;
extern const QByteArray productWithPromises;
extern const QByteArray portOfProduct;
extern const QByteArray lineageOfB;
extern const QByteArray feedOfChanges;
//! An event of a product of whose two ports one stays.
extern const QByteArray feedOfPorts;
extern const QByteArray tagPayload;
extern const QByteArray taggedEntity;

} // namespace portolan::tests
