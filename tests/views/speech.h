// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shared/safetext.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QLineEdit>
#include <QLocale>
#include <QTranslator>

namespace portolan::tests {

//! The languages of a test of views. Lives as long as the test.
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

//! Buttons and labels in \a root that have less room than their words need.
inline QStringList cutTexts(const QWidget &root)
{
    QStringList cut;
    for (const auto *button : root.findChildren<QAbstractButton *>()) {
        // A field makes its own icons as large as it likes.
        if (qobject_cast<QLineEdit *>(button->parentWidget()) != nullptr)
            continue;
        if (button->isVisible() && button->width() < button->minimumSizeHint().width())
            cut.append(button->accessibleName() + button->text());
    }
    for (const auto *label : root.findChildren<views::SafeLabel *>()) {
        if (label->isVisible() && !label->wordWrap() && label->width() < label->sizeHint().width())
            cut.append(label->text());
    }
    return cut;
}

} // namespace portolan::tests
