// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace portolan::tests {

//! The languages of a test. Lives as long as the test.
class Speech
{
public:
    //! Loads both; false when one is missing.
    bool load()
    {
        const bool isThere = m_english.load(QStringLiteral(":/translations/portolan_en.qm"))
            && m_german.load(QStringLiteral(":/translations/portolan_de.qm"));
        QCoreApplication::installTranslator(&m_english);
        return isThere;
    }

    //! Numbers, words and plurals of German, or of English.
    void speak(bool isGerman)
    {
        QLocale::setDefault(isGerman ? QLocale(QLocale::German, QLocale::Germany)
                                     : QLocale(QLocale::English, QLocale::UnitedKingdom));
        QCoreApplication::removeTranslator(&m_german);
        if (isGerman)
            QCoreApplication::installTranslator(&m_german);
    }

private:
    QTranslator m_english;
    QTranslator m_german;
};

} // namespace portolan::tests
