"""What runs on other people's machines: pinned to a commit, with few rights, and not without end."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from bookkit.paths import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"uses: (?P<action>[\w.-]+/[\w./-]+)@(?P<hash>[0-9a-f]{40}) # v\d+\.\d+\.\d+$")
UNTRUSTED = re.compile(r"\$\{\{[^}]*github\.(event|head_ref)")
LONGEST = 120  # minutes


def faults(text: str) -> list[str]:
    """Return what is careless in a workflow."""
    found = []
    for line in text.splitlines():
        if "uses:" in line and "uses: ./" not in line and not PINNED.search(line.strip()):
            found.append(f"not pinned to a commit, with its version beside it: {line.strip()}")
    workflow: dict[Any, Any] = yaml.safe_load(text)
    if "pull_request_target" in (workflow.get(True) or {}):  # YAML reads `on` as a truth value
        found.append("pull_request_target gives foreign code this repository's rights")
    if workflow.get("permissions") != {"contents": "read"}:
        found.append("the workflow's permissions must be those to read, and no others")
    for name, job in workflow["jobs"].items():
        writes = [key for key, right in (job.get("permissions") or {}).items() if right != "read"]
        if writes and "environment" not in job:
            found.append(f"{name} may write ({', '.join(writes)}) without an environment that guards it")
        if job.get("permissions") in ("write-all", "read-all"):
            found.append(f"{name} has all rights")
        if "uses" in job:
            continue
        if not 0 < job.get("timeout-minutes", 0) <= LONGEST:
            found.append(f"{name} has no limit of at most {LONGEST} minutes")
        for step in job["steps"]:
            is_checkout = step.get("uses", "").startswith("actions/checkout@")
            if is_checkout and (step.get("with") or {}).get("persist-credentials") is not False:
                found.append(f"{name} leaves its credentials in the folder")
            if UNTRUSTED.search(step.get("run", "")):
                found.append(f"{name} runs what somebody has written into an event")
    return found


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_is_careful(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8")) == []


def test_one_action_has_one_version() -> None:
    pins: dict[str, set[str]] = {}
    for path in WORKFLOWS:
        for line in path.read_text(encoding="utf-8").splitlines():
            if found := PINNED.search(line.strip()):
                pins.setdefault(found["action"], set()).add(line.strip().partition("@")[2])
    assert pins
    assert {action: versions for action, versions in pins.items() if len(versions) > 1} == {}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (r"@[0-9a-f]{40} # v", "@v"),
        (r"@[0-9a-f]{40} # v[\d.]+", "@08c6903cd8c0fde910a37f88322edcfb5dd907a8"),
        (r"@([0-9a-f]{7})[0-9a-f]{33}", r"@\1"),
        (r"contents: read", "contents: write"),
        (r"permissions:\n  contents: read\n", ""),
        (r"    timeout-minutes: \d+\n", ""),
        (r"timeout-minutes: \d+", "timeout-minutes: 600"),
        (r"persist-credentials: false", "persist-credentials: true"),
        (r"        with:\n          persist-credentials: false\n", ""),
        (r"  pull_request:\n", "  pull_request_target:\n"),
        (r"- run: \.ci/run", '- run: echo "${{ github.event.pull_request.title }}"'),
    ],
)
def test_carelessness_is_noticed(old: str, new: str) -> None:
    text = (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
    damaged = re.sub(old, new, text, count=1)
    assert damaged != text
    assert len(faults(damaged)) == 1


def test_a_right_to_write_is_guarded() -> None:
    text = (ROOT / ".github" / "workflows" / "pages.yml").read_text(encoding="utf-8")
    damaged = re.sub(r"    environment:\n(      .*\n)+", "", text)
    assert faults(damaged) == ["publish may write (pages, id-token) without an environment that guards it"]


def test_whatever_is_locked_is_offered_in_newer_versions() -> None:
    settings = yaml.safe_load((ROOT / ".github" / "dependabot.yml").read_text(encoding="utf-8"))
    assert settings["version"] == 2
    assert {update["package-ecosystem"] for update in settings["updates"]} == {"pip", "npm", "github-actions"}
    for update in settings["updates"]:
        assert update["directory"] == "/"
        assert update["schedule"]["interval"] in {"daily", "weekly", "monthly"}
