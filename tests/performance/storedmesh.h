// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/store/store.h"
#include "tests/performance/bench.h"

#include <memory>

namespace portolan::performance {

//! The synthetic mesh in a profile, opened through the store as the program opens it.
class StoredMesh
{
public:
    //! Opens the profile in \a setting's folder and imports the mesh when it is not there yet; ends
    //! the program when that fails.
    explicit StoredMesh(const Setting &setting);

    store::Store &store() { return *m_store; }

    //! Seconds that the import took, the search index included; 0 when it was there.
    double importSeconds() const { return m_importSeconds; }

    //! Seconds that making the records alone takes.
    double makingSeconds() const { return m_makingSeconds; }

    static QString directory(const Setting &setting);
    static constexpr int widths[] = {1000, 30000};
    static QString wideId(int fields);

private:
    void import(const Setting &setting);

    SystemClock m_clock;
    std::unique_ptr<store::Store> m_store;
    double m_importSeconds = 0;
    double m_makingSeconds = 0;
};

//! The record with the document a platform would have sent for it.
domain::Record withNative(domain::Record record);

//! What a fresh process of this program prints for \a mode: one number.
double freshProcess(const Setting &setting, const QString &mode);

//! \a result's value; prints its error and ends the program when there is none.
template <typename T>
T valueOf(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace portolan::performance
