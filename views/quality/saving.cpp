// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/quality/saving.h"

#include "views/shared/messages.h"

#include <QBuffer>
#include <QFileDialog>
#include <QImageWriter>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::quality {
namespace {

constexpr int dotsPerInch = 96;
constexpr double pointsPerPixel = 72.0 / dotsPerInch;
constexpr double pictureScale = 2; // so that a picture can be printed

QString writePng(QIODevice &device, QWidget *widget, const QString &title, const QString &subject)
{
    QImage image(widget->size() * pictureScale, QImage::Format_RGB32);
    image.setDevicePixelRatio(pictureScale);
    widget->render(&image);
    QImageWriter writer(&device, "png");
    writer.setText(u"Title"_s, title);
    writer.setText(u"Description"_s, subject);
    return writer.write(image) ? QString() : writer.errorString();
}

QString writePdf(QIODevice &device, QWidget *widget, const QString &title, const QString &subject)
{
    QPdfWriter writer(&device);
    writer.setTitle(subject.isEmpty() ? title : title + u" · "_s + subject);
    writer.setResolution(dotsPerInch);
    writer.setPageSize(QPageSize(QSizeF(widget->size()) * pointsPerPixel, QPageSize::Point));
    writer.setPageMargins({});
    QPainter painter(&writer);
    if (!painter.isActive())
        return u"the page could not be begun"_s;
    widget->render(&painter);
    return painter.end() ? QString() : u"the page could not be ended"_s;
}

} // namespace

QString suffixOf(SavedAs kind)
{
    switch (kind) {
    case SavedAs::Csv:
        return u"csv"_s;
    case SavedAs::Png:
        return u"png"_s;
    case SavedAs::Pdf:
        return u"pdf"_s;
    }
    return {};
}

QString writeTo(const QString &name, SavedAs kind, QWidget *widget, const QString &title,
                const QString &subject, const std::function<QByteArray()> &csv)
{
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    QString problem;
    if (kind == SavedAs::Csv) {
        if (file.write(csv()) < 0)
            problem = file.errorString();
    } else {
        // The writers need to go back in what they have written.
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        problem = kind == SavedAs::Png ? writePng(buffer, widget, title, subject)
                                       : writePdf(buffer, widget, title, subject);
        if (problem.isEmpty() && file.write(buffer.data()) < 0)
            problem = file.errorString();
    }
    if (problem.isEmpty() && !file.commit())
        problem = file.errorString();
    return problem;
}

void saveAs(QWidget *parent, SavedAs kind, QWidget *widget, const QString &title,
            const QString &subject, std::function<QByteArray()> csv)
{
    auto *dialog = new QFileDialog(parent, QFileDialog::tr("Save"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffixOf(kind));
    dialog->setNameFilter(u"*."_s + suffixOf(kind));
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                     [=, csv = std::move(csv)](const QString &name) {
                         const auto problem = writeTo(name, kind, widget, title, subject, csv);
                         if (!problem.isEmpty())
                             ui::writeError(parent, QFileDialog::tr("Saving"), name,
                                            {Error::Kind::Usage, problem});
                     });
    dialog->open();
}

} // namespace portolan::views::quality
