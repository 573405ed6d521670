"""The work of a secretary: each thing with its command and what does it on the screen.

Every command of the program stands here or in `ELSEWHERE`; a test compares.
"""

from __future__ import annotations

from tui.office.doing import Work, judged, look, ranked, screen_of
from tui.office.flows import (
    archive,
    assigning,
    ballots,
    cases,
    checking,
    closing,
    collecting,
    exporting,
    intake,
    leaving,
    opening,
    packets,
    paper,
    record,
    results,
    runoff,
    single,
    supposing,
    vote,
)
from tui.office.frame import OfficeScreen

GROUPS = ("prepare", "send", "gather", "rank", "publish", "keep")

ELSEWHERE = {
    "new": "start",  # the questions, where there is no award yet
    "demo": "start",
    "desk": "these",
    "judge": "own",  # a judge's own computer
    "score": "own",  # a judge's own marks
    "serve": "own",  # starts these screens in a browser
}
"""Commands without a line in the list; the manual says why."""


def _status(screen: OfficeScreen) -> None:
    screen.office_app.go_home()


_MARKS = ranked(screen_of("rulings", "MarksScreen"))
_COMPARE = ranked(supposing.compare)
_WHAT_IF = ranked(supposing.what_if)
_RESULTS = screen_of("results_list", "ResultsScreen")

WORKS = (
    look("prepare", "rules", ("check",), record.rules_page),
    look("prepare", "template", ("template", "nominations"), exporting.template),
    Work("prepare", "import", ("import", "FILE"), intake.take_in),
    Work("prepare", "paste", ("import", "--text"), intake.paste),
    Work("prepare", "measures", ("import", "--measures", "FILE"), single.measures,
         single.why_not_measures),
    look("prepare", "attach", ("attach", "CASE", "FILE"), screen_of("cases", "CasesScreen")),
    look("prepare", "attachments", ("attachments",), cases.attachments_page),
    Work("prepare", "amend", ("amend", "FILE"), cases.amend),
    look("prepare", "judges", ("import", "--judges", "FILE"), screen_of("people", "JudgesScreen")),
    look("prepare", "recusals", ("recuse",), screen_of("people", "RecusalsScreen")),
    Work("prepare", "assign", ("assign", "--ballots", "5"), assigning.assign),
    Work("prepare", "panels", ("assign", "--panel", "KEY=CASES"), assigning.panels,
         assigning.why_not_panels),
    Work("prepare", "everybody", ("assign", "--everybody"), assigning.everybody, assigning.why_not),
    Work("send", "freeze", ("freeze",), packets.freeze),
    Work("send", "keys", ("keys", "make"), packets.make_keys),
    look("send", "recovery", ("keys", "recovery"), packets.recovery),
    Work("send", "drill", ("keys", "drill"), packets.drill),
    look("send", "keys-state", ("keys",), packets.state),
    Work("send", "issue", ("issue",), packets.issue),
    judged("send", "reissue", ("issue", "--judge", "J01"), packets.issue),
    Work("send", "paper-sheets", ("paper", "sheets"), paper.sheets),
    look("gather", "status", ("status",), _status),
    Work("gather", "collect", ("collect", "PATH"), collecting.collect, ballots.why_not_collect),
    look("gather", "refused", ("collect", "PATH"), collecting.refused, ballots.why_not_collect),
    Work(
        "gather", "resolve", ("resolve", "J01"), ballots.settle, ballots.why_not_settle
    ),
    Work("gather", "accept-late", ("accept-late", "J01"), ballots.settle, ballots.why_not_settle),
    Work("gather", "reopen", ("reopen", "J01"), ballots.send_back, ballots.why_not_reopen),
    judged("gather", "withdraw-judge", ("withdraw-judge", "J01"), leaving.leave),
    judged("gather", "replace-judge", ("replace-judge", "J01", "J08"), leaving.replace),
    judged("gather", "paper-enter", ("paper", "enter", "J01"), paper.enter),
    judged("gather", "paper-check", ("paper", "check", "J01"), paper.check),
    Work("gather", "votes", ("import", "--votes", "FILE"), single.votes, single.why_not_votes),
    Work("gather", "vote", ("vote", "status"), vote.vote, vote.why_not),
    Work("gather", "close", ("close",), closing.close, ballots.why_not_close),
    look("rank", "ranking", ("rank",), opening.open_ranking, ballots.why_not_rank),
    look(
        "rank", "compare", ("rank", "--compare"), _COMPARE, ballots.why_not_rank
    ),
    look(
        "rank",
        "what-if",
        ("rank", "--what-if", "KEY=VALUE"),
        ranked(supposing.what_if),
        ballots.why_not_rank,
    ),
    Work("rank", "runoff", ("runoff", "open"), runoff.runoff, runoff.why_not),
    Work("rank", "runoff-undo", ("runoff", "undo"), runoff.undo, runoff.why_not_undo),
    Work("rank", "decide", ("decide",), ranked(results.decide), ballots.why_not_rank),
    look("rank", "undecide", ("undecide", "N"), screen_of("rulings", "DecisionsScreen")),
    look("rank", "event", ("event", "reject", "CASE"), screen_of("rulings", "EventsScreen")),
    look(
        "rank",
        "explain-mark",
        ("explain-mark", "J01", "001"),
        ranked(screen_of("rulings", "MarksScreen")),
        ballots.why_not_rank,
    ),
    Work("rank", "sample", ("sample",), checking.sample, ballots.why_not_rank),
    Work("rank", "correct", ("correct", "005", "J03"), checking.correct, ballots.why_not_reopen),
    Work("publish", "final", ("finalise",), results.finalise, ballots.why_not_rank),
    look("publish", "results", ("results",), _RESULTS),
    look("publish", "result", ("result", "diff", "1", "2"), _RESULTS),
    look("publish", "recount", ("recount",), results.recount, ballots.why_not_rank),
    Work("publish", "export", ("export",), exporting.export, ballots.why_not_rank),
    Work("publish", "archive", ("archive",), archive.archive, results.why_not_final),
    look("publish", "verify", ("verify", "BUNDLE"), archive.verify),
    look("keep", "log", ("log",), record.log_page),
    look("keep", "journal", ("log", "--export", "FILE"), archive.journal),
    Work("keep", "backup", ("backup",), record.backup),
    look("keep", "rebuild", ("rebuild", "DIR", "--log", "FILE"), archive.rebuild),
)  # fmt: skip
