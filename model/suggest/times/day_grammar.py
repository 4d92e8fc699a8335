"""The rules of the grammar for phrases that name a day; parts of a day and hours may hold them."""

MONTH = "<month|month_unsure>"

_DAY_WORDS = "(?:<day_word>?(?P<deictic><deictic>))?<day_word>?"
_LEAD = _DAY_WORDS + "(?:(?P<weekday><weekday>)(?:{further})?)?"
_OF_MONTH = """<from|in>(?:
        <month_noun>?(?P<month>{month_name}|<hijri_month>)(?:{a_year}|<the>?(?P<month_shift><shift>))?
        |(?P<this_month><this>)?<the><month_noun>(?:<the>(?P<shift><shift>))?)"""

DAYS = {
    "pair_of_weekdays": "(?P<weekday><weekday>)(?:<dash>|<slash>)?(?P<second><weekday>)",
    "story_day_by_reference": "(?:<deictic>|<the><day_word>){shifted} | <that|same_before><deictic>",
    "day_of_month_name": _LEAD
    + """(?P<day>{day_number}|{below_hundred}|<range>)(?:<from><the>?<month_noun>|<from>|<month_noun>|<dash>|<slash>)?
        (?P<month>{month_name}|<hijri_month>)
        (?:(?:<comma>|<dash>|<slash>)?{a_year}|<comma>(?P<year><scale_dual>)(?!<word>)
        |<the>?(?P<month_shift><shift>)|{year_shifted})?""",
    "month_then_day": _LEAD
    + """(?P<month>{month_name})<dash>?(?P<day>{day_number}|{below_hundred})
        (?P<dated>(?:<comma>|<from>)?{a_year})?""",
    "dotted_date": """<day_word>?(?P<day><day_num>)<stop>(?P<month>{month_name})(?:<stop>?{a_year})?
        | (?P<year><year_num>)(?:<stop>|<dash>|<slash>)?(?P<month>{month_name})
          (?:<stop>|<dash>|<slash>)?(?P<day><day_num>)""",
    "foreign_date": """(?P<month><foreign_month>)(?P<day><day_num>)<comma>?(?P<year><year_num>)
        | (?P<day><day_num>)(?P<month><foreign_month>)(?P<year><year_num>)""",
    "numeric_date": _LEAD + "(?P<numdate><numdate>)(?P<era><hijri_era|era>)?+",
    "short_date": _LEAD + "(?P<short><range>|<day_num><slash><day_num>|<num>)(?:<comma>(?P<year><year_num>))?",
    "day_by_reference": """<day_word>?(?P<day>{day_number})
            (?:<his_own>|<from><this>?<the><month_noun>(?:{shifted})?|<from><same_before><the><month_noun>)
        | <day_word>?(?P<day><day_num>)<the>(?P<shift><shift>)""",
    "nth_weekday": "<the>?(?P<number><ordinal>|<last_one>)<day_word>?(?P<weekday><weekday|bare_weekday>)"
    + _OF_MONTH
    + "| <day_word>?(?P<weekday><weekday>)<the>(?P<number><ordinal>)(?!<ten|from|and|month|month_unsure|hijri_month>)"
    + "| <day_word>?(?P<weekday><weekday>)<the>(?P<number><ordinal>)"
    + _OF_MONTH,
    "weekday_and_number": """<day_word>?(?P<weekday><weekday>)(?:(?P<day><day_num>)
        |<in>(?P<day><day_num>|{ordinal_number}|<the>?{below_hundred}))
        (?!<from|month|month_unsure|hijri_month|dash|slash|day_part|day_part_adverb|am|pm|except|scale|percent
        |hour_mark>|<and>(?:<day_num>|{ordinal_number}))""",
    "day_of_travel": """(?<=<in|to|prep>)(?P<day><day_num>|{ordinal_number}|<the>{below_hundred})
        (?!<from|and|slash|dash>)""",
    "weekday": _DAY_WORDS
    + """(?P<this_day><this>)?<day_word>?(?P<weekday><weekday>)(?:{further})?
        (?:<from>?<the><week_noun><the>(?P<week><shift>)|<from>?(?P<this_week><this>)<the><week_noun>
        |(?=<and><weekday><the>(?P<shift><shift>)))?""",
    "weekday_of_week": """(?:<the><week_noun><the>(?P<week><shift>)|(?P<this_week><this>)<the><week_noun>)
        <day_word>?(?P<weekday><weekday>)""",
    "deictic": "<day_word>?(?P<deictic><deictic>)",
}
"""By their names in ``day_readings``."""
DAYS_ALONE = frozenset(
    ("month_then_day", "dotted_date", "short_date", "nth_weekday", "weekday_and_number", "day_of_travel")
)
"""Those that only the words around tell from other things, so that nothing longer is built on them."""
