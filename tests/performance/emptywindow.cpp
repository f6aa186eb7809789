// SPDX-License-Identifier: GPL-3.0-or-later
// The least a Qt program with a window can do, with the libraries that ours has: it shows a window,
// paints it once and ends. The measure of our own start.
#include <QApplication>
#include <QPaintEvent>
#include <QTimer>
#include <QWidget>

namespace {

class EmptyWindow : public QWidget
{
protected:
    void paintEvent(QPaintEvent *event) override
    {
        QWidget::paintEvent(event);
        QTimer::singleShot(0, qApp, &QApplication::quit); // behind the painting
    }
};

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    EmptyWindow window;
    window.resize(1280, 800);
    window.show();
    return QApplication::exec();
}
