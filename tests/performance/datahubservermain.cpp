// SPDX-License-Identifier: GPL-3.0-or-later
// portolan_meshserver PAGES: a DataHub that serves the pages of a file. Prints its port, takes
// "change FIRST STEP COUNT" from its input and answers each with a line, and ends with its input.
#include "tests/performance/datahubserver.h"

#include <cstdio>
#include <iostream>

using namespace portolan::performance;

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fputs("usage: portolan_meshserver PAGES\n", stderr);
        return 2;
    }
    const DataHubPages pages(QString::fromLocal8Bit(argv[1]));
    DataHubAnswers answers(pages);
    std::cout << serve(answers) << std::endl;
    std::string word;
    qint64 first = 0;
    qint64 step = 0;
    qint64 count = 0;
    while (std::cin >> word >> first >> step >> count) {
        answers.change(first, step, count);
        std::cout << "changed" << std::endl;
    }
    std::_Exit(0); // connections are not waited for
}
