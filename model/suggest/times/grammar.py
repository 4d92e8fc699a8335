"""The grammar of Arabic time expressions: patterns over classes of words, from the parts up.

``readings`` turns the matches of each rule into structures. Of the matches that overlap, the leftmost longest one is
kept. Words stand in ``seeds/lexicons/times/words.tsv``.
"""

from collections.abc import Iterator
from functools import cache

import regex

from model.suggest.phrases.number_words import PARTS as NUMBER_PARTS
from model.suggest.phrases.patterns import compile_pattern
from model.suggest.phrases.vocabulary import vocabulary
from model.suggest.times.day_grammar import DAYS, DAYS_ALONE, MONTH

_BASIC = {
    **NUMBER_PARTS,
    "shifted": "<the>?(?P<shift><shift>)",
    "further": "(?P<beyond><before|after>)?<the>(?P<shift><shift>)",
    "year_in_words": "(?:<scale>|<scale_dual>)(?:<and>{below_thousand}|<small><ten>)",
    "a_year": """(?:<from>?<the>?<year_noun>)?(?P<year><year_num>)(?P<era><hijri_era|era>)?+
        | <from>?<the>?<year_noun>(?P<year>{year_in_words}|<scale_dual>)
        | <from>?(?P<year>{year_in_words})(?!<word>)""",
    "year_shifted": "<from><the><year_noun><the>?(?P<year_shift><shift>) | <from>(?P<this_year><this>)<the><year_noun>",
    "month_name": f"{MONTH}(?:<slash>{MONTH}|<open>{MONTH}<close>|{MONTH})?",
    "day_number": "<day_num>|{ordinal_number}|<the>?<fatih>",
    "unit_word": "<unit|plural|time_unit|day_unit|day_word>",
    "smaller_unit": "(?!<years|year_noun>){unit_word}",
    "lengths_after": """(?:<and>{number}{smaller_unit}|<and><dual>
        |<and>(?!<years|year_noun>)<unit>(?!<year_num|the|ordinal|num|month|shift|word>)){1,5}""",
    "lengths_beside": "(?:(?:<and>|<comma>)?{number}{unit_word}|<and><unit|dual>){1,5}",
    "fraction_after": "<and>(?P<extra><half|quarter|third>)(?:<the>?{unit_word}|<hour_word>)?+",
    "numeric": "(?=<the>?<num|small|one|ten|tens|hundred|scale|scale_dual>)",
    "count": "{numeric}<the>?(?P<amount>{number})",
    "length": """(?P<after_between>(?<=<between>))?(?P<mod><mod>)?(?:
          {count}(?P<unit>{unit_word})(?:{fraction_after})?(?(after_between)|(?P<plus>{lengths_after})?+)
        | (?P<some><some>)(?P<unit_some>{unit_word})
        | <the>?(?P<dual><dual>)(?:{fraction_after})?(?(after_between)|(?P<plus>{lengths_after})?+)
        | (?P<one><unit|time_unit>){fraction_after}
        | (?P<half_of><half|quarter|third>)
          (?:(?P<unit_half><hour_word>)|<the>(?P<unit_half><time_unit>)|(?P<unit_half><unit|time_unit|day_word>))
      )(?P<whole><whole>|<few>)?+(?P<mod_after><mod_after>)?+""",
    "single_length": """(?P<mod><mod>)?(?P<single><unit|time_unit|day_word>|<day_unit>(?=<whole>))
        (?P<whole><whole>)?+(?P<mod_after><mod_after>)?+""",
    "several": "(?P<several><plural>)(?P<whole><few>)?+",
}

_CALENDAR = {
    "first_of_days": """<day_word>?(?P<day><day_num>)
        (?=(?:<and|to|dash|comma>{1,2}<day_num>){1,12}(?P<month>{month_name}|<hijri_month>)
        (?:{a_year}|<the>(?P<month_shift><shift>))?)
        | (?P<day><the><ordinal><ten>?)(?=(?:<and|to>)+<the><ordinal>(?:<ten>|<and><the><tens>)?<from><month_noun>?
        (?P<month>{month_name}|<hijri_month>)(?:{a_year}|<the>(?P<month_shift><shift>))?)""",
    "first_of_month": """<day_word>?(?P<day><day_num>)
        (?=(?:<and|to|dash>)+<day_num><from|in>(?P<this_month><this>)?<the><month_noun>(?:<the>(?P<shift><shift>))?)""",
    "day_alone": "<day_word>(?P<day><day_num>)",
    "feast": "(?P<number><ordinal>)<plural>(?:<month_noun>?(?P<hijri><hijri_month>)|(?P<feast><feast>))",
    "holiday": """(?P<lead><day_word|plural>)(?P<holiday><holiday>)(?:{a_year}|<the>(?P<shift><shift>))?
        | (?P<holiday><holiday>){a_year}""",
    "story_day": "<day_word|deictic>(?:<pronoun>)?(?P<number>{ordinal_number}) | <deictic><the><num>",
    "first_of_months": """(?P<part_of><part>)?<month_noun>?(?P<month>{month_name})
        (?=(?:<and>|<to>|<dash>)<part>?<month_noun>?(?P<until>{month_name})
        (?:{a_year}|<the>(?P<month_shift><shift>)|{year_shifted}))""",
    "month": """(?P<part_of><part>)?(?:<the>?<month_noun>|<months>)?(?P<month>{month_name}|<hijri_month>)
        (?:{a_year}|<comma>(?P<year><year_num>)(?!<word|scale>)|<the>?(?P<month_shift><shift>)|{year_shifted})?""",
    "year": """(?P<mod><mod>)?(?P<part_of><part>)?<the>?(?:<year_noun|years>)(?:{further})?
        (?:(?P<year><year_num>)(?P<era><hijri_era|era>)?+|(?P<year>{year_in_words}|<scale_dual>))""",
    "bare_year": "(?P<part_of><part>)?(?P<year><year_num>)(?P<era><hijri_era|era>)?+",
    "years": "(?:<the>?<year_noun|years>)?(?P<range><range>)",
    "season_years": "(?P<year><year_num>)<slash>(?P<until><year_num>)",
    "period": """(?P<part_of><part>)?<this>?<the>(?P<unit><unit>){further}<since_it>?+
        | (?P<part_only><part>)<the>(?P<unit_only><unit>)
        | (?P<part_this><part>)?<this><the>(?P<unit_this><unit>)
        | (?P<part_same><part>)?<the>(?P<unit_same><unit>)(?P<same><shift>)
        | <that|same_before><the>(?P<unit_that><unit>)
        | <that><the>?<moment>""",
    "same_span": """(?:<the><span_noun><the>?(?P<same><shift>)|<same_before><the><span_noun>)<from>
        (?:<the>(?P<unit><unit>){further}|(?:<the>?<year_noun>)?(?P<year><year_num>))""",
    "plural_period": "<the>(?P<plural><plural>)(?:<and><the><plural>)?(?:<the><few>)?<the>(?P<shift><shift|recent>)",
    "era": """(?P<part_of><part>)?<decade_noun>?<the>?(?P<decade><decade>)
            (?:<from>?<the>(?P<century><century_noun>)(?:<the>(?P<shift><shift>)|(?P<number>{ordinal_number})))?
        | <the>(?P<century_only><century_noun>)(?P<number_only>{ordinal_number})""",
    "season": """(?:(?P<part_of><part>)|(?P<height><height>))?<season_noun>?(?P<the><the>)?(?P<season><season>)
            (?:<the>(?P<shift><shift>)|{a_year})?
        | (?P<this><this>)<the>(?P<season_this><season>)""",
    "division": """(?P<part_of><part>)?<the>(?P<division><division>)<the>(?P<number><ordinal>)
        (?:<from>(?P<this_year><this>)?<the><year_noun>(?:<the>(?P<shift><shift>))?(?P<year_after><year_num>)?|<from>{a_year}|{a_year})?""",
    "half_of_month": """<the>(?P<division><division>)<the>(?P<half_number><ordinal>)<from><month_noun>?
        (?P<month>{month_name})(?:{a_year}|<the>?(?P<month_shift><shift>))?""",
    "week_of_month": """<the><week_noun><the>(?P<number><ordinal|recent>)<from>
        (?:<month_noun>?(?P<month>{month_name})(?:{a_year}|<the>(?P<month_shift><shift>))?
        |<this>?<the><month_noun>(?:<the>(?P<shift><shift>))?)""",
    "week_of_year": """<the><week_noun><the>(?P<number>{ordinal_number}|<num>)<from>
        (?:<the>?<year_noun>(?P<year><year_num>)|<this>?<the><year_noun>(?:<the>(?P<shift><shift>))?)""",
    "weekend": "<weekend>(?:<the>(?P<shift><shift>))?",
    "every_weekday": """<recurring><weekday|bare_weekday>
        | <every><weekday|bare_weekday>
        | (?P<days><plural>)<weekday>""",
    "sometime": """<sometime><from|in>?(?:(?P<part_of><part>)?<this>?<the>(?P<unit><unit>)(?:{further})?
        |<day_word>?(?P<deictic><deictic>)|<day_word>?(?P<weekday><weekday>)(?:{further})?)""",
    "vague": "(?P<vague><vague|recurring|recurring_time>)",
    "writing_hour": "(?P<vague><hour_of>)<this>?<text_word>",
}

_LENGTHS = {
    "counted_period": """<the>(?P<dual><dual>)<the><shift|recent>
        | <the>(?P<unit><plural>)<the>(?P<amount>{number})(?:<the><shift|recent|ordinal>)?
        | {numeric}<the>?(?P<amount_first>{number})(?P<unit_last>{unit_word})<the><shift|recent>
        | {numeric}<the>(?P<amount_first>{number})(?P<unit_last>{unit_word})<the><ordinal>
        | <last_one>(?P<amount_first>{number})(?P<unit_last>{unit_word})""",
    "length": "{length}",
    "single_length": "{single_length} | {several} | <every>(?P<each>{length})",
    "whole_period": "(?<=<throughout>)<the>(?P<unit><unit>)",
    "ago": "<before>(?P<body>{length}|{single_length}|{several})(?!<from>)",
    "later": "<after>(?P<body>{length}|{single_length}|{several})(?:(?!<from>)|<from>(?P<now><now>))",
    "from_now": """(?:{count}(?P<unit>{unit_word})|(?P<dual><dual>)|(?P<one><unit|time_unit>))
        (?P<plus>{lengths_beside})?(?P<now_after><from><now>)""",
    "age": """(?<=<son>)(?P<age>{ordinal_number})
        | <unit><pronoun>(?P<age>{ordinal_number})
        | (?P<age>{ordinal_number})(?=<from><life>)
        | (?<=<in>)(?P<reached><the><ordinal>(?:<and><the><tens>)?|<the><tens>)(?!<from|and|ten|word>)
        | <the>(?P<decade_age><decade>)(?=<from><life>)
        | <the><decade_noun>(?P<decade_age>{ordinal_number})(?=<from><life>)""",
}

_HOURS = {
    "part_of_day": "{edge}?(?P<part><day_part>)<from>?(?P<whose>{any_day})",
    "edge_of_part": """{edge}<the>(?P<part><day_part>)(?:<from>(?P<whose>{any_day}))?
        | <plural>?<the>(?P<part><day_part>)<the>(?P<edge_after><early_late>)(?:<from>(?P<whose>{any_day}))?""",
    "day_then_part": "(?P<whose>{any_day})(?P<part><day_part_adverb>)(?!{any_day})",
    "night_between": """(?:<this_day_part>|<the>?<day_part>)<separating><between>?
        (?P<whose>{any_day})(?:<and>{any_day})?""",
    "part_alone": """(?P<part><day_part_adverb|this_day_part|last_night|midnight_word>)
        (?:<prep>{length}|(?P<same><shift>))?+""",
    "holiday_eve": "(?P<part><day_part>)(?P<holiday><holiday>)(?:{a_year})?",
    "the_part": "(?<=<in|at|since|to|before|after>)<the>(?P<part><day_part|sun_part>)",
    "midnight": "(?P<part><midnight>)(?P<whose>{any_day})",
    "first_of_hours": """<hour_word>?(?P<hour>{hour_number}|<day_num>)(?:{share_of_hour})?
        (?=(?:<and>|<to>|<dash>|<in>)<hour_word>?(?:{hour_number}|<day_num>)(?:{share_of_hour})?{of_day})""",
    "hour": """(?<!<between>)(?P<mod><mod>)?<hour_word>(?P<hour><day_num>)<and>(?P<minutes><num>)
          <minute_mark|time_unit|plural>?(?:{of_day})?
        | (?P<mod><mod>)?<hour_word>(?P<hour><clock>|<num>|{hour_number})(?:{past_hour})?(?:{of_day})?""",
    "hour_without_word": "(?P<hour>{hour_number}|<day_num>)(?:{past_hour})?{of_day}",
    "hour_and_share": "(?<=<in|at|since|to|from|between|before|after>)(?P<hour>{hour_number}){share_of_hour}(?!<from>)",
    "clock": """(?P<hour><clock>)(?:{of_day})?
        | (?P<hour_digits><day_num>)<hour_mark>(?P<minute_digits><num>)<minute_mark>?""",
}

_PARTS = {
    **_BASIC,
    "any_day": " | ".join(f"(?:{source})" for name, source in DAYS.items() if name not in DAYS_ALONE),
    "of_day": """<from>?(?P<part><day_part|day_part_adverb|am|pm|midnight_word>)(?:<from>?(?P<whose>{any_day}))?
        | <in|from>?<the>(?P<part><day_part>)""",
    "hour_number": "<the>?<ordinal><and><the><tens>|<the>?<ordinal><ten>?",
    "share_of_hour": "<and><the>?(?P<past><half|quarter|third>)|<except><the>?(?P<lacking><half|quarter|third>)",
    "past_hour": """{share_of_hour} | <and>(?P<minutes>{number})<time_unit|plural>
        | (?<!<num>)<and>(?P<minutes><small>?<ten>|<small><and><tens>|<tens>)""",
    "edge": "(?:<the>?<moment|hour_noun|plural><the>?(?P<edge><early_late>)<from>|(?P<edge><part>))",
}


SOURCES = {**DAYS, **_LENGTHS, **_CALENDAR, **_HOURS}


@cache
def rule(name: str) -> regex.Pattern[str]:
    """A rule, compiled when a text first has the words for it: all of them take half a second."""
    return compile_pattern(SOURCES[name], _PARTS, vocabulary())


_HOUR_PARTS = "day_part|day_part_adverb|am|pm|midnight_word"
_MONTHS = "month|month_unsure|hijri_month"
_UNITS = "unit|plural|time_unit|day_unit|day_word|dual|hour_word"
_NEEDED = {
    "pair_of_weekdays": ("weekday",),
    "story_day_by_reference": ("deictic|day_word",),
    "numeric_date": ("numdate",),
    "day_by_reference": ("his_own|month_noun|shift",),
    "weekday_and_number": ("weekday",),
    "day_of_travel": ("in|to|prep",),
    "weekday": ("weekday",),
    "weekday_of_week": ("week_noun", "weekday"),
    "deictic": ("deictic",),
    "length": (_UNITS,),
    "single_length": (_UNITS,),
    "whole_period": ("throughout", "unit"),
    "ago": ("before", _UNITS),
    "later": ("after", _UNITS),
    "day_alone": ("day_word", "day_num"),
    "feast": ("plural", "hijri_month|feast"),
    "story_day": ("day_word|deictic",),
    "year": ("year_noun|years",),
    "bare_year": ("year_num",),
    "years": ("range",),
    "season_years": ("year_num", "slash"),
    "period": ("unit|moment",),
    "plural_period": ("plural",),
    "era": ("decade|century_noun",),
    "weekend": ("weekend",),
    "every_weekday": ("weekday|bare_weekday",),
    "sometime": ("sometime",),
    "vague": ("vague|recurring|recurring_time",),
    "writing_hour": ("hour_of", "text_word"),
    "night_between": ("separating",),
    "part_alone": ("day_part_adverb|this_day_part|last_night|midnight_word",),
    "the_part": ("day_part|sun_part",),
    "midnight": ("midnight",),
    "hour": ("hour_word",),
    "hour_and_share": ("half|quarter|third",),
    "clock": ("clock|hour_mark",),
    "day_then_part": ("day_part_adverb",),
    "edge_of_part": ("early_late|part", "day_part"),
    "part_of_day": ("day_part",),
    "holiday_eve": ("holiday",),
    "holiday": ("holiday",),
    "first_of_hours": (_HOUR_PARTS,),
    "hour_without_word": (_HOUR_PARTS,),
    "counted_period": ("unit|plural|time_unit|day_unit|day_word|dual",),
    "day_of_month_name": (_MONTHS,),
    "month_then_day": (_MONTHS,),
    "dotted_date": (_MONTHS, "stop"),
    "first_of_days": (_MONTHS,),
    "month": (_MONTHS,),
    "half_of_month": (_MONTHS, "division"),
    "nth_weekday": ("weekday|bare_weekday", "ordinal|last_one"),
    "first_of_month": ("month_noun",),
    "week_of_month": ("week_noun",),
    "week_of_year": ("week_noun",),
    "from_now": ("now",),
    "age": ("life|son|pronoun|in",),
    "first_of_months": (_MONTHS,),
    "same_span": ("span_noun",),
    "foreign_date": ("foreign_month",),
    "division": ("division",),
    "season": ("season",),
}
"""Kinds of words without which a rule cannot match; of each entry the text needs at least one."""


@cache
def _needed() -> dict[str, tuple[frozenset[str], ...]]:
    kinds = vocabulary().characters
    return {
        name: tuple(frozenset("".join(map(kinds, entry.split("|")))) for entry in entries)
        for name, entries in _NEEDED.items()
    }


def rules_for(codes: str) -> Iterator[tuple[str, regex.Pattern[str]]]:
    """The rules that a row of lexemes has the words for, in their order."""
    present, needed = frozenset(codes), _needed()
    for name in SOURCES:
        if all(present & entry for entry in needed.get(name, ())):
            yield name, rule(name)


@cache
def day_rules() -> tuple[tuple[str, regex.Pattern[str]], ...]:
    """The rules for a day, which parts of a day and hours may hold."""
    return tuple((name, rule(name)) for name in DAYS)
