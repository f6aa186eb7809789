// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace portolan::formats::dbt {

//! One member of a JSON object, as it stands in the text.
struct Slice
{
    std::string_view key; //!< between the quotes, escapes kept
    std::string_view value; //!< exactly the bytes of the value
    std::size_t offset = 0; //!< of the value in the text
};

//! Walks over the members of one object without looking into their values, so that a document of
//! hundreds of megabytes can be taken apart without a copy of it. What it hands out is well
//! bracketed but not yet valid JSON: whoever reads a value parses it.
class ObjectSlices
{
public:
    //! The object that begins at \a offset in \a text, which outlives this.
    explicit ObjectSlices(std::string_view text, std::size_t offset = 0);

    //! The next member; empty at the end of the object, or when the text is no JSON.
    std::optional<Slice> next();

    //! Where the text stops being JSON; empty as long as it is.
    std::optional<std::size_t> brokenAt() const { return m_broken; }

private:
    std::optional<Slice> fail();
    void skipSpace();
    bool skipString();
    bool skipValue();
    bool skipBracketed();

    std::string_view m_text;
    std::size_t m_at = 0;
    std::optional<std::size_t> m_broken;
    bool m_first = true;
    bool m_done = false;
};

} // namespace portolan::formats::dbt
