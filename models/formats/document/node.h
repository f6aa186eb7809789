// SPDX-License-Identifier: GPL-3.0-or-later
// What a YAML or JSON file says, with the place of every word of it and without guessing types: a
// scalar is the text that was written, and whether it was quoted.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace portolan::formats::document {

class Tree;

//! A place in a Tree, cheap to copy and valid as long as the tree lives. A default-made Node is
//! "absent": it answers every question with nothing, so that look-ups can be chained.
class Node
{
public:
    enum class Kind : std::uint8_t { Mapping, Sequence, Scalar };

    //! Goes over the items of a sequence, or over the values of a mapping.
    class Iterator
    {
    public:
        Iterator(const Tree *tree, std::uint32_t at, std::uint32_t end, bool mapping);
        Node operator*() const;
        Iterator &operator++();

        bool operator!=(const Iterator &other) const { return m_at != other.m_at; }

    private:
        void skipHidden();

        const Tree *m_tree;
        std::uint32_t m_at;
        std::uint32_t m_end;
        bool m_mapping;
    };

    Node() = default;

    bool exists() const { return m_tree != nullptr; }

    bool isMapping() const { return exists() && kind() == Kind::Mapping; }

    bool isSequence() const { return exists() && kind() == Kind::Sequence; }

    bool isScalar() const { return exists() && kind() == Kind::Scalar; }

    Kind kind() const;

    int line() const; //!< from 1; 0 when absent
    int column() const; //!< from 1, in bytes; 0 when absent

    //! The scalar as written (escapes of a quoted one undone); empty for anything else.
    QString text() const;
    std::string_view utf8() const;
    //! Quoted, or a block scalar: text whatever it looks like.
    bool isQuoted() const;

    // What a plain scalar is by the core schema of YAML 1.2 (section 10.3.2).
    bool isNull() const;
    bool isBool() const;
    bool isTrue() const;
    bool isInteger() const; //!< decimal, 0o octal or 0x hexadecimal
    bool isNumber() const; //!< an integer or a float
    bool isString() const; //!< a scalar that is none of the above

    //! Number of items of a sequence, or of members of a mapping.
    int size() const;
    //! Item \a index of a sequence (a walk from the first one), or an absent node.
    Node item(int index) const;
    //! The value of \a key in a mapping, the last one where the file repeats it; or an absent node.
    Node operator[](std::string_view key) const;

    bool has(std::string_view key) const { return (*this)[key].exists(); }

    //! The key that this value stands under; absent for anything but a value of a mapping.
    Node key() const;

    Iterator begin() const;
    Iterator end() const;

    //! UTF-8 JSON of everything here, in the order of the file. A plain scalar that YAML 1.2 and
    //! JSON both read as number keeps its digits; null, true and false are such by the core schema;
    //! everything else is a string.
    QByteArray toJson() const;

private:
    friend class Tree;

    Node(const Tree *tree, std::uint32_t at, std::uint32_t key = 0)
        : m_tree(tree)
        , m_at(at)
        , m_key(key)
    {
    }

    const Tree *m_tree = nullptr;
    std::uint32_t m_at = 0;
    std::uint32_t m_key = 0; //!< place of the key, 0 when there is none
};

//! The nodes of one file in the order in which they were read, and their text in one buffer. Built
//! by the readers (read.h) only; constant afterwards and safe to read from any thread.
class Tree
{
public:
    //! A node; the nodes below it follow directly. The children of a mapping are key, value, key, …
    struct Item
    {
        std::uint32_t textFrom = 0;
        std::uint32_t textSize = 0;
        std::uint32_t line = 0;
        std::uint32_t column = 0;
        std::uint32_t size = 1; //!< items of this node and everything below it
        Node::Kind kind = Node::Kind::Scalar;
        bool quoted = false;
        bool hidden = false; //!< a key that a later one, or a merge, replaces
    };

    Node root() const { return m_items.empty() ? Node() : Node(this, 0); }

    qsizetype nodeCount() const { return static_cast<qsizetype>(m_items.size()); }

    const Item &item(std::uint32_t at) const { return m_items[at]; }

    std::string_view textAt(std::uint32_t at) const;

private:
    friend class TreeBuilder;

    std::vector<Item> m_items;
    std::string m_text;
};

} // namespace portolan::formats::document
