"""Words of the sets of exported files and their index page."""

WORDS: dict[str, tuple[str, str]] = {
    "sets.title.publication": (
        "{award}：第{number}号结果，公布用文件",
        "{award}: result {number}, files for publication",
    ),
    "sets.title.meeting": (
        "{award}：第{number}号结果，会议用文件",
        "{award}: result {number}, files for the meeting",
    ),
    "sets.title.archive": (
        "{award}：第{number}号结果，存档文件",
        "{award}: result {number}, files for the archive",
    ),
    "sets.title.all": (
        "{award}：第{number}号结果，全部文件",
        "{award}: result {number}, all files",
    ),
    "sets.head.name": ("文件", "File"),
    "sets.head.purpose": ("用途", "For"),
    "sets.head.size": ("字节", "Bytes"),
    "sets.head.sha256": ("SHA-256", "SHA-256"),
    "sets.note": (
        "文件与本页所列的 SHA-256 一致，就没有被改动过。",
        "A file with the SHA-256 listed here has not been changed.",
    ),
    "sets.for.announcement": ("公告正文，可贴到网页", "text of the announcement, to be pasted"),
    "sets.for.announcement_letter": (
        "公告，公文格式，用 Word 或 WPS 打开",
        "the announcement in the official layout, for Word or WPS",
    ),
    "sets.for.notice": (
        "公示，公文格式；公示时间和联系方式请填写",
        "public notice in the official layout; fill in the period and the contact",
    ),
    "sets.for.summary": (
        "评分汇总表：签字、复核公式、打分明细、图表（含评委姓名）",
        "summary of scores to sign, check by formulas, every mark, charts (names the judges)",
    ),
    "sets.for.committee": ("评选结果签字页", "result page for the committee to sign"),
    "sets.for.blank_ballots": ("空白评分表，每位评委一份", "blank score sheets, one per judge"),
    "sets.for.ballots": (
        "各评委评分表（含评委姓名，不公布）",
        "score sheets as given (names the judges, not for publication)",
    ),
    "sets.for.public_report": (
        "结果报告，不含评委姓名",
        "report of the result, without names of judges",
    ),
    "sets.for.report": (
        "结果报告，供会议和存档",
        "report of the result, for the meeting and the archive",
    ),
    "sets.for.result": (
        "完整结果，可由程序读回（含评委姓名，不公布）",
        "the complete result, can be read back (names the judges, not for publication)",
    ),
    "sets.for.ranking": ("排名表", "the ranking as a table"),
    "sets.for.scores": (
        "全部打分（含评委姓名，不公布）",
        "every score (names the judges, not for publication)",
    ),
    "sets.for.stages": (
        "各阶段的得分、票数和进入下一阶段的案例",
        "scores and votes of every stage, and who went on",
    ),
    "sets.for.stage_scores": ("各阶段的全部打分", "every mark of every stage"),
    "sets.for.public_stages": (
        "各阶段的得分和票数，不含评委姓名",
        "scores and votes of every stage, without names of judges",
    ),
    "sets.for.public_result": (
        "完整结果，不含评委姓名，可由程序读回",
        "the result without names of judges, can be read back",
    ),
    "sets.for.public_ranking": ("排名表，不含评委姓名", "the ranking, without names of judges"),
    "sets.for.public_scores": ("全部打分，不含评委姓名", "every score, without names of judges"),
    "sets.for.public_summary": (
        "评分汇总表，不含评委姓名",
        "summary of scores, without names of judges",
    ),
    "sets.for.blind": (
        "结果，不含评委姓名，案例用代号",
        "the result without names of judges, cases under code numbers",
    ),
}
