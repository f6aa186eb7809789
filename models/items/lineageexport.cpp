// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lineageexport.h"

#include <QFileInfo>
#include <QSaveFile>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {

namespace {

//! Lets nothing through once its job is cancelled: whoever writes finds out at the next piece.
class Gate : public QIODevice
{
public:
    Gate(QIODevice &device, const LongJob *job)
        : m_device(device)
        , m_job(job)
    {
        open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }

    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *, qint64) override { return -1; }

    qint64 writeData(const char *data, qint64 size) override
    {
        if (m_job != nullptr && m_job->isCancelled())
            return -1;
        const auto written = m_device.write(data, size);
        if (written < 0)
            setErrorString(m_device.errorString());
        return written;
    }

private:
    QIODevice &m_device;
    const LongJob *m_job;
};

} // namespace

Result<void> writeWhole(const QString &file, LongJob *job,
                        const std::function<Result<void>(QIODevice &)> &write)
{
    QSaveFile device(file);
    if (!device.open(QIODevice::WriteOnly))
        return failure(Error::Kind::Usage, device.errorString());
    Gate gate(device, job);
    const auto done = write(gate);
    if (job != nullptr && job->isCancelled())
        return failure(Error::Kind::Cancelled, file);
    if (!done)
        return done;
    if (!device.commit())
        return failure(Error::Kind::DiskFull, device.errorString());
    return {};
}

QString lineageSuffix(LineageFormat format)
{
    static const std::array suffixes{u"png"_s, u"svg"_s, u"pdf"_s, u"dot"_s, u"csv"_s, u"json"_s};
    return suffixes[std::size_t(format)];
}

std::optional<LineageFormat> lineageFormatOf(const QString &file)
{
    const auto ending = QFileInfo(file).suffix().toLower();
    for (const auto format : allLineageFormats) {
        if (ending == lineageSuffix(format))
            return format;
    }
    return {};
}

bool isPicture(LineageFormat format)
{
    return format == LineageFormat::Png || format == LineageFormat::Svg
        || format == LineageFormat::Pdf;
}

Result<void> writeLineagePicture(const LineagePrint &print, LineageFormat format,
                                 const QString &file)
{
    return writeWhole(file, print.job, [&](QIODevice &device) -> Result<void> {
        if (format == LineageFormat::Png)
            return writeLineagePng(print, lineagePngScale(print.scene), device);
        if (format == LineageFormat::Pdf)
            return writeLineagePdf(print, device);
        const auto text = lineageSvg(print);
        if (device.write(text) != text.size())
            return failure(Error::Kind::DiskFull, device.errorString());
        return {};
    });
}

Result<void> writeLineageTable(const LineagePart &part, const LineageNames &names,
                               const QJsonObject &head, LineageFormat format, const QString &file,
                               LongJob *job)
{
    return writeWhole(file, job, [&](QIODevice &device) -> Result<void> {
        if (format == LineageFormat::Dot)
            writeLineageDot(part, device);
        else if (format == LineageFormat::Csv)
            writeLineageCsv(part, device);
        else
            writeLineageJson(part, names, head, device);
        return {};
    });
}

QByteArray lineageSvg(const LineageScene &scene, const LineageLook &look)
{
    return lineageSvg({scene, look, LineageMarks()});
}

Result<void> writeLineagePng(const LineageScene &scene, const LineageLook &look, double scale,
                             QIODevice &device)
{
    return writeLineagePng({scene, look, LineageMarks()}, scale, device);
}

Result<void> writeLineagePdf(const LineageScene &scene, const LineageLook &look, QIODevice &device)
{
    return writeLineagePdf({scene, look, LineageMarks()}, device);
}

Result<void> writeLineagePicture(const LineageScene &scene, const LineageLook &look,
                                 LineageFormat format, const QString &file)
{
    return writeLineagePicture({scene, look, LineageMarks()}, format, file);
}

} // namespace portolan::items
