"""The words, folded, and the lemmas, as the tables write them, that tell what is planned, supposed or denied."""


def words(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


DENYING_VERB = words("لم لن لا ما ولم ولن ولا وما فلم فلن فلا لما الا")
DENYING = words("لم لن ليس ليست لا ولم ولن ولا وليس وليست فلم")
WITHOUT = words("دون بدون بلا عدم لعدم بعدم عاجز عاجزه عاجزون عاجزين عجز عجزت")
STOPPING = words(
    "تاجيل الغاء احباط ارجا ارجات تاجل تاجلت الغي الغت احبط احبطت افشل افشال فشل فشلت نفي نفت ينفي تنفي"
    " يعلقون يعلق تعلق نعلق تعليق علق علقت"
    " انتهاء تعثر تعثرت منع"
)
PLANNED = words(
    "المقرر المقرره المزمع المرتقب المرتقبه المتوقع المتوقعه المنتظر المنتظره مرتقب مرتقبه مقرر مقرره يعتزم"
    " تعتزم ينوي تنوي يستعد تستعد"
    " مقبل مقبله المقبل المقبله القادم القادمه قادم قادمه غدا لاحقا يترقب تترقب ينتظر تنتظر ننتظر سوف قريبا وشيك وشك"
    " بصدد يخطط تخطط عازم عازمه ينص تنص قرر قررت قرروا تقرر"
)
CERTAIN = words(
    "فور خلال بعد عقب منذ اثر اثناء وسط بسبب رغم شبيه شبيهه مماثله احتجاجا تنديدا ردا غداه نتيجه جراء بموجب"
    " وفق شهد شهدت"
)
"""Words shortly before a noun that speak of what is there, whatever is asked or pledged around it."""
THERE = words("جريمه جرايم حادث حادثه قضيه احداث ضحايا مرتكبي منفذي نتايج")
"""Nouns whose complement is a deed that was done."""
AIMING = words("اجل هدف بهدف بغيه بغرض قصد بقصد سبيل")
IF = words("اذا لو حال واذا ولو فاذا")
UNLESS = IF | words("ان وان ما")
"""Words before a negation that make it a condition: ما لم، إن لم."""
CAMPAIGNS = words("حمله حملات")
TREATIES = frozenset({"اتفاق", "اتفاقية", "بروتوكول"})
LAW = "قانون"
DRAFTS = words("مشروع مبادره مقترح اقتراح وضع لوضع سن لسن")
STOPPED = frozenset({"AID", "COOPERATE", "CONSULT"})
REFUSED = frozenset({"STATEMENT", "AID", "AGREE", "CONCEDE", "CONSULT", "COOPERATE", "RETREAT", "SUPPORT"})
STOPPERS = frozenset({"علق", "جمد", "قطع", "أوقف", "ألغى", "تجميد", "وقف"})
DENY, CHARGE = "نفى", "اتهم"
WARNINGS = frozenset({"حذر", "تحذير"})
LEAVE = frozenset({"سمح", "سماح"})
POINTING = words("هذه هذا تلك ذلك هذين هاتين")
AFTER_ONLY = words("مقبل مقبله المقبل المقبله القادم القادمه قادم قادمه غدا لاحقا قريبا وشيك")
SUPPOSED = words(
    "ربما اذا لو لعل يمكن يجب ينبغي يريد تريد يامل تامل نامل امكانيه احتمال احتمالات ضروره اقتراح مقترح"
    " يحتاج تحتاج يحتاجون حاجه بحاجه"
    " تسعي يسعي سعي محاوله يحاول تحاول حال شرط بشرط خطر مخاوف خشيه تخشي يخشي لضمان اقترح اقترحت يقترح تقترح"
    " امل املا رغبه حريه حق الحق"
    " الممكن المحتمل يحتمل القلق قلق لتجنب تجنب لتفادي تفادي سبل الارجح الاجدي الافضل الاولي يريدون نريد"
    " مشروع قانون مستعد مستعده مستعدون استعداد استعداده استعدادها خيار يفترض تدرس يدرس قد وقد فقد تتطلب يتطلب مطلوب"
)
WILL = ("سي", "ست", "سن")
WILL_IS_NOT = tuple("سياس سيار سيطر سينار سينما سيبران سياح سياد سنوي سنوات ستين سيول سيد".split())
"""Beginnings of nouns that look like verbs of the future."""
PLEDGING = frozenset({"AGREE"})
ASKING = frozenset({"REQUEST", "THREATEN"})
ELSEWHERE = words("محتوي سبب اسباب موعد تفاصيل طبيعه يقل تقل قبل يزال تزال زال زالت يزالون")
"""Words that keep a negation from what follows: ما لا يقل عن، لن يعود قبل."""
ANY_MORE = words("يعد تعد يعودوا نعد")
"""Between a negation and its verb: لم يعد يدعم."""
PERHAPS = words("قد وقد فقد")
WAITING = words("سوف ينتظر تنتظر")
ANY = words("اي ايه")
NONE = words("لم لا لن ولم ولا ولن دون بدون بلا عدم ينف نفي نفت رفض رفضت رافضا رافضه")
"""Before «any» they deny what it stands with."""
GOING_ON = words("مواصله استمرار بمواصله باستمرار لمواصله تواصل")
ENDINGS = frozenset({"وقف", "إنهاء", "فك", "إيقاف"})
"""Nouns, as lemmas, whose complement is still there."""
BLAME = ("مسوولي", "تورط", "ضلوع", "صلته", "صلتها", "علاقته", "علاقتها")
"""How nouns begin that stand between a denial and a deed which nobody denies."""
BE = words("يكون تكون يكونوا")
POSSIBLE = words("محتمل محتمله المحتمل المحتمله مفترض المفترض المفترضه")
PERSONS = ("ي", "ت", "ن")
"""How verbs of the present begin."""
THAT = words("ان الا بان وان")
HELD = words("من خلال بعد ضمن اول بوساطه برعايه")
"""Shortly before a noun they tell that it is no part of what was pledged."""
ANNOUNCE = "أعلن"
ANNOUNCED = frozenset({"AID", "MOBILIZE"})
OCCURRING = words("وقوع حصول حدوث خطر مخاطر احتمال عمليات موجه تنفيذ شن اي تكرار اندلاع")
"""Between «warns of» and the deed warned of."""
