"""The words, folded, and the lemmas, as the tables write them, that tell what is planned, supposed or denied."""


def words(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


DENYING_VERB = words("لم لن لا ما ولم ولن ولا وما فلم فلن فلا لما الا")
DENYING = words("لم لن ليس ليست لا ولم ولن ولا وليس وليست فلم")
WITHOUT = words("دون بدون بلا عدم")
STOPPING = words(
    "تاجيل الغاء احباط ارجا ارجات تاجل تاجلت الغي الغت احبط احبطت افشل افشال فشل فشلت نفي نفت ينفي تنفي"
    " يعلقون تعليق علق علقت"
    " انتهاء تعثر تعثرت منع"
)
PLANNED = words(
    "المقرر المقرره المزمع المرتقب المرتقبه المتوقع المتوقعه المنتظر المنتظره مرتقب مرتقبه مقرر مقرره يعتزم"
    " تعتزم ينوي تنوي يستعد تستعد"
    " مقبل مقبله المقبل المقبله القادم القادمه قادم قادمه غدا لاحقا يترقب تترقب ينتظر تنتظر سوف قريبا وشيك"
)
CERTAIN = words("فور خلال بعد عقب منذ اثر اثناء وسط بسبب رغم احتجاجا تنديدا ردا غداه نتيجه جراء بموجب وفق شهد شهدت")
"""Words shortly before a noun that speak of what is there, whatever is asked or pledged around it."""
THERE = words("جريمه جرايم حادث حادثه قضيه احداث ضحايا مرتكبي منفذي نتايج")
"""Nouns whose complement is a deed that was done."""
AIMING = words("اجل هدف بهدف بغيه بغرض قصد بقصد سبيل")
IF = words("اذا لو حال واذا ولو فاذا")
UNLESS = IF | words("ان وان ما")
"""Words before a negation that make it a condition: ما لم، إن لم."""
STOPPED = frozenset({"AID", "COOPERATE", "CONSULT"})
REFUSED = frozenset({"AID", "AGREE", "CONCEDE", "CONSULT", "COOPERATE", "RETREAT", "SUPPORT"})
STOPPERS = frozenset({"علق", "جمد", "قطع", "أوقف", "ألغى", "تجميد", "وقف"})
DENY, WARN, CHARGE = "نفى", "حذر", "اتهم"
AFTER_ONLY = words("مقبل مقبله المقبل المقبله القادم القادمه قادم قادمه غدا لاحقا قريبا وشيك")
SUPPOSED = words(
    "ربما اذا لو لعل يمكن يجب ينبغي يريد تريد يامل تامل نامل امكانيه احتمال احتمالات ضروره اقتراح مقترح"
    " يحتاج تحتاج يحتاجون حاجه بحاجه"
    " تسعي يسعي سعي محاوله يحاول تحاول حال شرط بشرط خطر مخاوف خشيه تخشي يخشي لضمان اقترح اقترحت يقترح تقترح"
    " امل املا رغبه"
    " مشروع قانون مستعد مستعده مستعدون استعداد استعداده استعدادها خيار يفترض تدرس يدرس قد وقد فقد تتطلب يتطلب مطلوب"
)
WILL = ("سي", "ست", "سن")
WILL_IS_NOT = tuple("سياس سيار سيطر سينار سينما سيبران سياح سياد سنوي سنوات ستين سيول سيد".split())
"""Beginnings of nouns that look like verbs of the future."""
PLEDGING = frozenset({"AGREE"})
ASKING = frozenset({"REQUEST", "THREATEN"})
ELSEWHERE = words("يقل تقل قبل يزال تزال زال زالت يزالون")
"""Words that keep a negation from what follows: ما لا يقل عن، لن يعود قبل."""
ANY_MORE = words("يعد تعد يعودوا نعد")
"""Between a negation and its verb: لم يعد يدعم."""
PERHAPS = words("قد وقد فقد")
WAITING = words("سوف ينتظر تنتظر")
