# SPDX-License-Identifier: MIT
"""All answers of the sandbox in all versions, each held against its description."""

from collections import Counter

import conversationoperations
import exceptions
import mutations
import operations
import recordoperations
from checking import check_for
from sandbox import Sandbox
from translating import Translation

# What the sandbox speaks; each must have been described.
SPOKEN = [f"2.{minor}" for minor in range(7, 17)]

GROUPS = (*recordoperations.GROUPS, *conversationoperations.GROUPS)


class Run:
    """Counts, and collects what is wrong."""

    def __init__(self):
        self.counts = Counter()
        self.failures = []
        self.used = set()

    def fail(self, text):
        self.failures.append(text)

    def unexcused(self, version, case, problems):
        """The problems that no row of the exceptions allows; notes the rows that were needed."""
        left = []
        for problem in problems:
            row = exceptions.find(version, case.label, problem)
            if row is None:
                left.append(problem)
            else:
                self.used.add(row)
        return left


def check_case(run, version, case, check, answer):
    """One answer: right, refused when it is `{}`, and refused with anything missing or retyped."""
    name = f"{version} {case.label} {case.method} {case.path} {case.status}"
    if check is None:
        run.fail(f"{name}: the description has no schema or no example for it")
        return
    run.counts["answers"] += 1
    if answer.status != case.status:
        run.fail(f"{name}: the status is {answer.status}, {answer.body}")
        return
    wrong = run.unexcused(version, case, check.problems(answer.body))
    for problem in wrong:
        run.fail(f"{name}: {problem}")
    if not run.unexcused(version, case, check.problems({})):
        run.fail(f"{name}: {{}} is accepted")
    run.counts["empty objects refused"] += 1
    if wrong or answer.body is None or not case.mutated:
        return
    for what, mutant in mutations.mutants(check.shape, answer.body):
        if not any(exceptions.find(version, case.label, problem) is None
                   for problem in check.problems(mutant)):
            run.fail(f"{name}: accepted {what}")
        run.counts["mutants refused"] += 1


def check_coverage(run, description, cases):
    """Every answer that the description lists is asked for, or known never to come."""
    asked = {(case.method, case.path, case.status, case.example) for case in cases}
    absent = {row[:4] for row in exceptions.UNREACHABLE}
    for method, path in sorted({(case.method, case.path) for case in cases}):
        for status, examples in description.answers(method, path).items():
            for example in examples or [None]:
                named = (method, path, status, example)
                unnamed = (method, path, status, None)
                if named not in asked and unnamed not in asked and named not in absent:
                    run.fail(f"{description.version}: never asked for {named}")


def check_version(run, sandbox, description, shared):
    """All operations in one version."""
    version = description.version
    minor = int(version.split(".")[1])
    cases = [case for case in operations.all_cases(*GROUPS)
             if case.since <= minor <= case.until]
    check_coverage(run, description, cases)
    translation = Translation(description.schemas)
    scene = operations.prepare_version(sandbox, version, shared)
    scene.update(recordoperations.prepare(sandbox, version, shared))
    scene.update(conversationoperations.prepare(sandbox, scene))
    for case in cases:
        answer = operations.send(sandbox, case, version, scene)
        check_case(run, version, case, check_for(description, translation, case), answer)
    run.counts["versions"] += 1


def run_all(program, described):
    """Everything, with the descriptions by version; prints what is wrong. True if nothing is."""
    run = Run()
    with Sandbox(program) as sandbox:
        shared = operations.prepare_workspace(sandbox)
        for version in SPOKEN:
            check_version(run, sandbox, described[version], shared)
    for row in exceptions.EXCEPTIONS:
        if row not in run.used:
            run.fail(f"an exception that nothing needs: {row}")
    for failure in run.failures:
        print(failure)
    print(", ".join(f"{count} {what}" for what, count in run.counts.items()),
          f"{len(run.used)} exceptions, {len(run.failures)} failures", sep=", ")
    return not run.failures
