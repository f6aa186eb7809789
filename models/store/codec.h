// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/accessbook.h"
#include "models/domain/quality.h"
#include "models/domain/record.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QList>
#include <QStringList>

namespace portolan::store {

// Our own compact form of what is stored whole: numbers as varints, texts as length and UTF-8, one
// byte for what is absent. Large documents are compressed. Decoding throws an Error when the bytes
// are not what encoding wrote.

//! Everything of \a record but its fields and native documents.
QByteArray encodePayload(const domain::Record &record);
//! Fills \a record, but for fields and native.
void decodePayload(const QByteArray &bytes, domain::Record &record);

QByteArray encodeFields(const QList<domain::Field> &fields);
QList<domain::Field> decodeFields(const QByteArray &bytes);

QByteArray encodeNative(const QList<domain::NativeDocument> &native);
QList<domain::NativeDocument> decodeNative(const QByteArray &bytes);

//! The list members of a merged entity.
struct EntityLists
{
    QStringList domain;
    QStringList tags;
    QStringList synonyms;
    QStringList portTypes;
};

QByteArray encodeLists(const EntityLists &lists);
EntityLists decodeLists(const QByteArray &bytes);

//! One schema object of a contract, as history keeps it.
struct SchemaObject
{
    QString nativeId;
    QString name;
    QList<domain::Field> fields;
};

//! One state of a contract or product, as history keeps it; the record without fields and native.
struct VersionDocument
{
    domain::Record record;
    QList<SchemaObject> schema;
};

QByteArray encodeVersion(const VersionDocument &document);
VersionDocument decodeVersion(const QByteArray &bytes);

QByteArray encodeSlo(const domain::Slo &slo);
domain::Slo decodeSlo(const QByteArray &bytes);

QByteArray encodeRequest(const domain::HeldRequest &held);
domain::HeldRequest decodeRequest(const QByteArray &bytes);

QByteArray encodeDecision(const domain::HeldDecision &held);
domain::HeldDecision decodeDecision(const QByteArray &bytes);

QByteArray encodeGrant(const domain::HeldGrant &held);
domain::HeldGrant decodeGrant(const QByteArray &bytes);

QByteArray encodePolicies(const domain::PolicySet &policies);
domain::PolicySet decodePolicies(const QByteArray &bytes);

} // namespace portolan::store
