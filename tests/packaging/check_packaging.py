# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks what stands around the programs: ids, desktop file, metainfo, manual pages, completions.

usage: check_packaging.py SOURCE_FOLDER BUILD_FOLDER APP_ID
Checks whose tool is absent are left out; the last lines say which.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import unittest
import xml.etree.ElementTree

SOURCE = pathlib.Path(sys.argv[1])
BUILD = pathlib.Path(sys.argv[2])
APP_ID = sys.argv[3]
INSTALLERS = SOURCE / "installers"
DESKTOP = BUILD / f"installers/desktop/{APP_ID}.desktop"
METAINFO = BUILD / f"installers/desktop/{APP_ID}.metainfo.xml"
CLI = BUILD / "app/portolan-cli"
WINDOW = BUILD / "app/portolan"


def run(*words, env=None):
    return subprocess.run(words, capture_output=True, text=True, check=False, env=env, timeout=60)


def tool(case, name):
    if shutil.which(name) is None:
        case.skipTest(f"no {name}")
    return name


def text(path):
    return (INSTALLERS / path).read_text(encoding="utf-8")


class Identity(unittest.TestCase):
    def test_the_id_is_a_reverse_domain_name_that_dbus_accepts(self):
        self.assertRegex(APP_ID, r"^[a-z]+(\.[A-Za-z_][A-Za-z0-9_]*){2,}$")

    def test_desktop_file_metainfo_and_icon_have_one_id(self):
        desktop = DESKTOP.read_text(encoding="utf-8")
        self.assertIn(f"\nIcon={APP_ID}\n", desktop)
        root = xml.etree.ElementTree.parse(METAINFO).getroot()
        self.assertEqual(root.findtext("id"), APP_ID)
        self.assertEqual(root.findtext("launchable"), f"{APP_ID}.desktop")
        install = text("CMakeLists.txt")
        self.assertIn("RENAME ${PORTOLAN_APP_ID}.svg", install)

    def test_nothing_spells_the_id_out_but_the_top_file(self):
        places = [p for folder in ("app", "views", "models", "installers")
                  for p in (SOURCE / folder).rglob("*")
                  if p.is_file() and APP_ID.encode() in p.read_bytes()]
        self.assertEqual(places, [])

    def test_the_releases_begin_with_the_version_of_the_project(self):
        version = re.search(r"project\(portolan VERSION (\S+)",
                            (SOURCE / "CMakeLists.txt").read_text(encoding="utf-8"))[1]
        root = xml.etree.ElementTree.parse(METAINFO).getroot()
        self.assertEqual(root.find("releases/release").get("version"), version)
        self.assertTrue(text("debian/changelog").startswith("portolan (@PROJECT_VERSION@-"))


class Desktop(unittest.TestCase):
    def test_the_desktop_file_is_valid(self):
        found = run(tool(self, "desktop-file-validate"), str(DESKTOP))
        self.assertEqual((found.returncode, found.stdout + found.stderr), (0, ""))

    def test_the_metainfo_is_valid(self):
        found = run(tool(self, "appstreamcli"), "validate", "--no-net", str(METAINFO))
        self.assertEqual(found.returncode, 0, found.stdout)

    def test_every_program_of_the_metainfo_has_a_manual_page(self):
        root = xml.etree.ElementTree.parse(METAINFO).getroot()
        for binary in root.findall("provides/binary"):
            self.assertTrue((INSTALLERS / f"man/{binary.text}.1").is_file(), binary.text)


class Pages(unittest.TestCase):
    def test_manual_pages_are_set_without_a_warning(self):
        groff = tool(self, "groff")
        for name in ("portolan.1", "portolan-cli.1"):
            with self.subTest(name):
                found = run(groff, "-man", "-Tutf8", "-ww", "-z", str(INSTALLERS / "man" / name))
                self.assertEqual((found.returncode, found.stderr), (0, ""))

    def test_completions_are_read_by_their_shells(self):
        missing = []
        for shell, files in (("bash", ("portolan.bash", "portolan-cli.bash")),
                             ("zsh", ("_portolan", "_portolan-cli")),
                             ("fish", ("portolan.fish", "portolan-cli.fish"))):
            if shutil.which(shell) is None:
                missing.append(shell)
                continue
            for name in files:
                with self.subTest(name):
                    found = run(shell, "-n", str(INSTALLERS / "completions" / name))
                    self.assertEqual((found.returncode, found.stderr), (0, ""))
        if missing:
            self.skipTest("no " + ", no ".join(missing))


class Programs(unittest.TestCase):
    """What the programs say of themselves, their pages and completions say too."""

    def commands(self):
        if not CLI.is_file():
            self.skipTest("portolan-cli is not built")
        found = re.findall(r"^  ([a-z]+)\b", run(str(CLI), "--help").stdout, re.MULTILINE)
        self.assertGreater(len(found), 5)
        return found

    def test_every_command_stands_in_the_page_and_in_all_completions(self):
        for command in self.commands():
            options = re.findall(r"^  --([a-z-]+)", run(str(CLI), command, "--help").stdout,
                                 re.MULTILINE)
            for word in [command] + options:
                with self.subTest(f"{command}: {word}"):
                    page = text("man/portolan-cli.1").replace("\\-", "-")
                    self.assertIn(word, page)
                    for name in ("portolan-cli.bash", "_portolan-cli", "portolan-cli.fish"):
                        self.assertIn(word, text("completions/" + name), name)

    def test_every_option_of_the_window_stands_in_the_page_and_in_all_completions(self):
        if not WINDOW.is_file():
            self.skipTest("portolan is not built")
        said = run(str(WINDOW), "--help", env={"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C"})
        options = [o for o in re.findall(r"--([a-z-]+)", said.stdout) if o != "help-all"]
        self.assertGreater(len(options), 3)
        for option in options:
            with self.subTest(option):
                self.assertIn("--" + option, text("man/portolan.1").replace("\\-", "-"))
                self.assertIn("--" + option, text("completions/portolan.bash"))
                self.assertIn("--" + option, text("completions/_portolan"))
                self.assertIn("-l " + option, text("completions/portolan.fish"))

    def test_the_version_is_the_same_everywhere(self):
        if not CLI.is_file():
            self.skipTest("portolan-cli is not built")
        root = xml.etree.ElementTree.parse(METAINFO).getroot()
        version = root.find("releases/release").get("version")
        self.assertEqual(run(str(CLI), "--version").stdout.strip(), f"portolan-cli {version}")


if __name__ == "__main__":
    outcome = unittest.main(argv=sys.argv[:1], exit=False, verbosity=1).result
    for _, reason in outcome.skipped:
        print("SKIP:", reason)
    sys.exit(0 if outcome.wasSuccessful() else 1)
