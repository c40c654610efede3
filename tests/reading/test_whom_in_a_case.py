"""Whom a bare role means beside somebody whose lawyer, kin or aide is named, and whom "the man" where a court speaks."""

from __future__ import annotations

import pytest
from said import names, parameters, read_text

CASES = {
    "id": [
        pytest.param(
            "Pengacara tersangka, Sekar Ayu, mengatakan kliennya sakit. Tersangka mengaku bersalah.",
            ["Sekar Ayu", "Tersangka"],
            id="a lawyer is not her client",
        ),
        pytest.param(
            "Tersangka Tomo Wiradi dibawa ke balai. Pengacara tersangka, Sekar Ayu, mengatakan kliennya sakit. Tersangka mengaku bersalah.",
            ["Sekar Ayu", "Tomo Wiradi"],
            id="the client has a name",
        ),
        pytest.param(
            "Ketua Paguyuban Pedagang Pasar Lama, Sekar Ayu, mengatakan los itu kosong. Pedagang mengatakan los itu penuh.",
            ["Sekar Ayu", "Pedagang"],
            id="who heads an association is not its members",
        ),
        pytest.param(
            "Sekar Ayu, pedagang sayur, mengatakan los itu kosong. Pedagang itu mengatakan los lain penuh.",
            ["Sekar Ayu"] * 2,
            id="a trader herself",
        ),
        pytest.param(
            "Ayah dari korban, Tomo Wiradi, meminta keadilan. Korban mengatakan kakinya patah.",
            ["Tomo Wiradi", "Korban"],
            id="a father is not his child",
        ),
        pytest.param(
            "Tomo Wiradi, penasihat hukum terdakwa, mengatakan sidang itu lama. Terdakwa membantah tuduhan itu.",
            ["Tomo Wiradi", "Terdakwa"],
            id="whose lawyer, behind the name",
        ),
        pytest.param(
            "Tomo Wiradi, terdakwa kasus beras, mengatakan sidang itu lama. Terdakwa membantah tuduhan itu.",
            ["Tomo Wiradi"] * 2,
            id="the accused himself",
        ),
        pytest.param(
            "Juru bicara wali kota, Tomo Wiradi, mengatakan pasar tutup. Sang wali kota mengatakan pasar buka.",
            ["Tomo Wiradi", "Sang wali kota"],
            id="who speaks for the mayor is not the mayor",
        ),
        pytest.param(
            "Ketua majelis hakim Tomo Wiradi membuka sidang. Hakim mengatakan sidang itu terbuka.",
            ["Tomo Wiradi"],
            id="the chair of the judges is a judge",
        ),
        pytest.param(
            "Jaksa Hesti Maharani mengatakan beras dicuri. Penasihat hukum Tomo, Sekar Ayu, menilai jaksa lalai. Jaksa menolak usul itu.",
            ["Hesti Maharani", "Sekar Ayu", "Hesti Maharani"],
            id="what a lawyer says of the prosecutor tells nothing of the lawyer",
        ),
        pytest.param(
            "Seorang perempuan dibawa ke balai. Hakim Hesti Maharani mengatakan sidang itu tertutup. Perempuan itu mengaku bersalah.",
            ["Hesti Maharani", "Perempuan itu"],
            id="a judge is not the woman who was brought in",
        ),
        pytest.param(
            "Hakim Hesti Maharani mengatakan sidang itu tertutup. Perempuan itu juga meminta warga tenang.",
            ["Hesti Maharani"] * 2,
            id="nobody else was brought in",
        ),
        pytest.param(
            "Hakim Hesti Maharani membuka sidang. Perempuan itu mengatakan kepada penyidik bahwa beras itu dicuri.",
            ["Perempuan itu"],
            id="who speaks to the investigators is no judge",
        ),
    ],
    "en": [
        pytest.param(
            "The defendant's lawyer, Mira Lund, said the charge was old. The defendant said nothing was stolen.",
            ["Mira Lund", "defendant"],
            id="a lawyer is not her client",
        ),
        pytest.param(
            "Mira Lund, mother of the victim, said the road was dark. The victim said the car was red.",
            ["Mira Lund", "victim"],
            id="a mother is not her child",
        ),
        pytest.param(
            "A solicitor for the suspect, Mira Lund, said the charge was old. The suspect said nothing was stolen.",
            ["Mira Lund", "suspect"],
            id="whose lawyer, in a phrase of its own",
        ),
        pytest.param(
            "The suspect, Ole Brandt, said the charge was old. The suspect said nothing was stolen.",
            ["Ole Brandt"] * 2,
            id="the suspect himself",
        ),
        pytest.param(
            "The mayor's aide, Mira Lund, said the market was shut. The mayor said it was open. The aide said it was not.",
            ["Mira Lund", "mayor", "Mira Lund"],
            id="an aide is not the mayor",
        ),
        pytest.param(
            "Mira Lund, chief of staff of the army, said the road was dark. The chief of staff said the bridge was shut.",
            ["Mira Lund"] * 2,
            id="a title of several words",
        ),
        pytest.param(
            "A man was brought in on Monday. Judge Ole Brandt said the court was full. The man said nothing was stolen.",
            ["Ole Brandt", "man"],
            id="a judge is not the man who was brought in",
        ),
        pytest.param(
            "Judge Ole Brandt rose late. The man said the court was full.",
            ["Ole Brandt"],
            id="nobody else was brought in",
        ),
        pytest.param(
            "Judge Ole Brandt rose late. The man told the police that the court was full.",
            ["man"],
            id="who speaks to the police is no judge",
        ),
        pytest.param(
            "Ole Brandt was held on Monday. The man told the police that the court was full.",
            ["Ole Brandt"],
            id="who was held speaks to the police",
        ),
        pytest.param(
            'Ada Voss accused Mira Lund of theft, a charge she rejected as "absurd".',
            ["Ada Voss", "Mira Lund"],
            id="who rejects a charge is the one charged",
        ),
        pytest.param(
            "Oslo accused Karlin Bank of theft, an allegation it denies.",
            ["Oslo", "Karlin Bank"],
            id="a body that rejects a charge is the one charged",
        ),
        pytest.param(
            "Mira Lund was dropped in May. Ada Voss rejected her claim that the road was dark.",
            ["Ada Voss", "Mira Lund"],
            id="who rejects her claim is not she",
        ),
        pytest.param(
            "Ole Brandt was dropped in May. Mira Lund repeated that her claim that the road was dark was true.",
            ["Mira Lund", "Mira Lund"],
            id="who speaks of her own claim",
        ),
    ],
}


@pytest.mark.parametrize(("code", "text", "expected"), parameters(CASES))
def test_whom_a_bare_role_means(code: str, text: str, expected: list[str | None]) -> None:
    assert names(read_text(text, code)) == expected
