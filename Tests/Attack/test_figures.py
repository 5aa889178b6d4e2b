"""Published figures betray nobody, whoever puts together whatever was published (docs/decisions/statistics-suppression.md).

A reader in Python, who knows the form and the method and nothing of the code, takes the exports of a hundred synthetic programme-years
and bounds every count below the threshold. First they show that they find what is planted for them.
"""

import multiprocessing
import os
import unittest

from Attack.figures import insider, planted, trial
from Attack.figures.outcome import Outcome, attacked
from Attack.figures.programme import known
from Attack.figures.reader import Contradiction, Reader
from Attack.figures.unknowns import Cells, Unknowns

PROGRAMMES = 50
SEED = 20261130


def attacked_by_number(number):
    return attacked(trial.made(number, SEED, most=600))


class Planted(unittest.TestCase):
    def attack(self, programme):
        unknowns = Unknowns(programme)
        cells = Cells(unknowns, programme.told())
        findings = Reader(unknowns, known(unknowns, programme)).attack(cells.small(programme.smallest), programme.width)
        self.assertEqual(findings.undecided, 0)
        return {cells.name(cell): (low, high) for cell, low, high in findings.found}

    def test_what_is_told_honestly_betrays_nothing(self):
        self.assertEqual(self.attack(planted.honest()), {})

    def test_the_total_of_all_kinds_beside_the_contacts_is_found(self):
        found = self.attack(planted.leaking(
            ["2026-02"], planted.row(planted.TRUTH, ["2026-02"], ["entries/contact", "entries/group"])))
        self.assertEqual(found["entries/group in 2026-02 (month)"], (1, 1))

    def test_what_is_left_beside_a_hidden_answer_is_found(self):
        found = self.attack(planted.leaking(
            ["2026-01"], planted.row(planted.TRUTH, ["2026-01"], ["answer/contact/way/person", "answer/contact/way/phone"])))
        self.assertEqual(found["answer/contact/way/message in 2026-01 (month)"], (3, 3))

    def test_a_small_answer_found_in_a_year_less_its_other_months_is_found(self):
        months = list(planted.TRUTH)
        key = "answer/contact/way/message"
        found = self.attack(planted.leaking(months, planted.row(planted.TRUTH, months, [key])))
        self.assertEqual(found["answer/contact/way/message in 2026-01 to 2026-03 (quarter)"], (9, 9))
        # The quarter and two of its months: the third is what is left.
        programme = planted.leaking(months, planted.row(planted.TRUTH, months, [key]))
        programme.publications.append(planted.publication(months[:2], [planted.row(planted.TRUTH, months[:2], [key])]))
        self.assertEqual(self.attack(programme)["answer/contact/way/message in 2026-03 (month)"], (2, 2))

    def test_exact_minutes_are_found_where_whole_hours_are_not(self):
        exact = planted.row(
            planted.TRUTH, ["2026-01"], ["amount/contact/minutes"],
            minutes=planted.TRUTH["2026-01"]["amount/contact/minutes"])
        # 920 minutes of all in whole hours and 900 exact: up to 79 minutes of groups, so up to fifteen of them.
        self.assertEqual(self.attack(planted.leaking(["2026-01"], exact)), {})
        of_groups = planted.row(planted.TRUTH, ["2026-01"], ["amount/group/minutes"], count=20)
        found = self.attack(planted.leaking(["2026-01"], of_groups))
        self.assertEqual(found["entries/group in 2026-01 (month)"], (1, 4))

    def test_one_of_several_answers_beside_their_sum_is_found(self):
        rows = [planted.row(planted.TRUTH, ["2026-02"], [f"answer/contact/referral/{who}" for who in ("doctor", "chaplain")])]
        rows.append(planted.row(planted.TRUTH, ["2026-02"], ["answer/contact/referral/doctor"]))
        self.assertEqual(
            self.attack(planted.leaking(["2026-02"], *rows))["answer/contact/referral/chaplain in 2026-02 (month)"], (1, 1))

    def test_paid_hours_bound_the_contacts_of_a_month(self):
        programme = planted.honest()
        programme.publications = []
        programme.payroll = [{"month": "2026-02", "member": "1", "minutes": 45}]
        programme.truth["2026-02"] = planted.counts((2, 1, 0), (0, 0), 30, 1, 10)
        self.assertEqual(self.attack(programme)["entries/contact in 2026-02 (month)"], (0, 9))

    def test_whoever_filed_finds_the_rest_beside_their_own(self):
        programme = planted.honest()
        # Fourteen referrals to a doctor, of which one supporter made nine: five are others'.
        key = "answer/contact/referral/doctor"
        programme.publications.append(
            planted.publication(["2026-01"], [planted.row(planted.TRUTH, ["2026-01"], [key])]))
        programme.sheets = [{"member": "1", "month": "2026-01", "counts": {
            "entries/contact": 10, "answer/contact/way/person": 10, key: 9, "gave/contact/minutes": 10,
            "amount/contact/minutes": 200}}]
        self.assertEqual(self.attack(programme), {})
        unknowns = Unknowns(programme)
        findings = insider.attack(unknowns, programme, known(unknowns, programme), Cells(unknowns))
        self.assertEqual([(low, high) for _, low, high in findings.found], [(5, 5)])

    def test_publications_that_are_not_true_are_no_attack(self):
        programme = planted.leaking(["2026-01"], planted.row(planted.TRUTH, ["2026-01"], ["entries/group"], count=3))
        with self.assertRaises(Contradiction):
            self.attack(programme)


class Trial(unittest.TestCase):
    """A hundred programme-years, mostly small, made and published by the product's own code."""

    @classmethod
    def setUpClass(cls):
        with multiprocessing.Pool(os.cpu_count()) as pool:
            cls.all = sum(pool.imap_unordered(attacked_by_number, range(PROGRAMMES)), Outcome())

    def test_nothing_small_is_found(self):
        self.assertEqual(self.all.broken, [])
        self.assertEqual(self.all.years, 2 * PROGRAMMES)
        self.assertEqual(self.all.ours.undecided + self.all.rests.undecided, 0)

    def test_much_is_told_and_much_was_tried(self):
        """Whoever publishes nothing betrays nobody: so that the test above says something, enough is published and small."""
        self.assertGreater(self.all.ours.cells, 100 * PROGRAMMES)
        self.assertGreater(self.all.rests.cells, 100 * PROGRAMMES)
        self.assertGreater(self.all.share("ours", "as told"), 0.15)
        self.assertGreater(self.all.share("ours", "month"), 0.01)


if __name__ == "__main__":
    unittest.main()
