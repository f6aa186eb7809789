// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <memory>

namespace portolan::formats::openlineage {

class Fold;

//! All that a fold has gathered, in pieces with names, so that the store can keep them (ruling 11)
//! and an event changes few of them.
using FoldPieces = QHash<QString, QByteArray>;

//! The pieces of \a fold. The same state gives the same bytes, in any process.
FoldPieces piecesOf(const Fold &fold);

//! A fold that goes on where that of \a pieces was, all of whose evidence was handed over; null
//! where they are not whole, or of another version.
std::unique_ptr<Fold> foldOf(const FoldPieces &pieces);

//! What tells the bytes of each piece from others.
FoldPieces digestsOf(const FoldPieces &pieces);

} // namespace portolan::formats::openlineage
