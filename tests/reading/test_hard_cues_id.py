"""Indonesian cues: each root in its forms, nouns and fixed phrases that attribute, and their homographs that do not."""

from __future__ import annotations

import pytest
from said import Said, read_text, row, said

BARE = {
    "inform": (
        "kata ujar ucap tutur ungkap papar jelas terang beber urai ulas "
        "jabar cerita kisah tandas tegas cetus celetuk seloroh canda kelakar "
        "gurau gumam bisik teriak seru gerutu bentak hardik sergah kilah dalih "
        "elak kelit kenang rintih ratap isak tambah imbuh lanjut sambung "
        "pungkas tukas timpal tutup sahut tulis cuit kicau sebut rinci "
        "singgung koar sesumbar curhat celoteh jerit pekik klaim jawab balas "
        "respons tanggap komentar argumen pikir sindir cibir ejek protes"
    ),
    "confirm": "akui aku",
    "deny": "bantah sangkal tepis sanggah tampik",
    "accuse": "tuduh tuding",
    "opine": "sesal keluh kritik kecam puji harap nilai yakin",
    "warn": "ingat",
    "request": "minta pinta desak imbau himbau ajak saran usul mohon pesan perintah nasihat",
    "promise": "janji",
    "ask": "tanya",
}
ACTIVE = {
    "inform": (
        "mengatakan berkata berujar menuturkan mengucapkan mengungkapkan "
        "memaparkan menjelaskan menerangkan membeberkan menguraikan "
        "menjabarkan menceritakan bercerita mengisahkan menandaskan menegaskan "
        "menekankan mengutarakan mengemukakan berdalih "
        "berkilah beralasan berargumen berargumentasi bersikukuh bersikeras bertutur "
        "berpidato berorasi berseloroh berkelakar bercanda berteriak "
        "bergumam menambahkan mengimbuhkan menyambung menyahut menimpali menyebut menyebutkan "
        "mengumumkan menyatakan merinci memerinci menyinggung mengindikasikan "
        "mengisyaratkan menyiratkan mengklaim mengaku memastikan "
        "menjamin bilang sesumbar mendeklarasikan menggambarkan membocorkan"
    ),
    "confirm": "membenarkan mengakui mengonfirmasi mengiyakan mengamini",
    "deny": "membantah menyangkal menampik menepis menyanggah memungkiri menafikan",
    "accuse": "menuduh menuding mendakwa",
    "opine": (
        "menilai menganggap memandang berpendapat berpandangan beranggapan "
        "berkeyakinan meyakini mempercayai memercayai percaya yakin "
        "menyimpulkan berkesimpulan berasumsi mengasumsikan menyadari merasa "
        "meramalkan memprediksi memprakirakan memproyeksikan menduga "
        "mengira menyangka memperkirakan menaksir menengarai mensinyalir mencurigai "
        "curiga khawatir mengkhawatirkan mencemaskan cemas takut "
        "waswas berharap mengharapkan menginginkan menghendaki mendambakan "
        "menyesalkan menyayangkan mengeluhkan memuji mengapresiasi "
        "mengecam mengutuk mengkritik mengkritisi memprotes mencela "
        "mencibir menyindir optimistis optimis pesimistis pesimis bersyukur"
    ),
    "warn": "memperingatkan mengingatkan mengancam mewanti-wanti",
    "request": (
        "meminta mendesak menuntut mengimbau menghimbau mengajak "
        "menyerukan memerintahkan menginstruksikan menyarankan merekomendasikan "
        "mengusulkan memohon mendorong menganjurkan menyuruh melarang berpesan menasihati menantang"
    ),
    "promise": "berjanji menjanjikan bersumpah berikrar berkomitmen bertekad",
    "ask": "menanyakan mempertanyakan bertanya-tanya",
}
PASSIVE = (
    "dikatakan diungkapkan dipaparkan dijelaskan diterangkan dibeberkan "
    "diuraikan dijabarkan diceritakan dikisahkan dituturkan diutarakan "
    "dikemukakan dilontarkan ditegaskan disampaikan disebutkan dinyatakan diumumkan "
    "diakui dibenarkan dibantah disangkal ditepis ditampik "
    "disanggah dikeluhkan disesalkan disayangkan dikecam dikritik "
    "disoroti disuarakan diserukan diusulkan disarankan ditekankan diingatkan"
)


@pytest.mark.parametrize(("act", "root"), [(act, root) for act, roots in BARE.items() for root in roots.split()])
def test_a_bare_root_stands_before_its_speaker_or_with_the_enclitic(act: str, root: str) -> None:
    for tail, speaker in ((f"{root} Hasan", "Hasan"), (f"{root}nya", "nya")):
        (found,) = said(f'"Gudang itu kosong," {tail}.')
        assert (found.speakers, found.cue, found.contents, found.act) == (speaker, root, "Gudang itu kosong", act)


@pytest.mark.parametrize(("act", "verb"), [(act, verb) for act, verbs in ACTIVE.items() for verb in verbs.split()])
def test_an_active_verb_takes_a_clause(act: str, verb: str) -> None:
    (found,) = said(f"Hasan {verb} gudang itu dibakar orang.")
    assert (found.speakers, found.cue, found.contents, found.act) == ("Hasan", verb, "gudang itu dibakar orang", act)


@pytest.mark.parametrize("verb", PASSIVE.split())
def test_a_passive_names_who_said_it_behind_it(verb: str) -> None:
    for agent in ("Hasan", "oleh Hasan"):
        (found,) = said(f"Hal itu {verb} {agent}, Senin.")
        assert (found.speakers, found.cue, found.contents) == ("Hasan", verb, "Hal itu")


FEELINGS = [
    ("Hasan kecewa karena jembatan itu ditutup.", Said("Hasan", "kecewa", "jembatan itu ditutup", "opine")),
    ("Hasan kecewa atas penutupan jembatan itu.", Said("Hasan", "kecewa", "penutupan jembatan itu", "opine")),
    ("Hasan heran jembatan itu ditutup tanpa pemberitahuan.", Said("Hasan", "heran", "jembatan itu ditutup tanpa pemberitahuan", "opine")),
    ("Hasan mengaku heran mengapa jembatan itu ditutup.", Said("Hasan", "mengaku", "heran mengapa jembatan itu ditutup")),
    ("Lestari bangga bahwa desanya lolos ke final.", Said("Lestari", "bangga", "desanya lolos ke final", "opine")),
    ("Lestari geram karena pupuk itu ditimbun.", Said("Lestari", "geram", "pupuk itu ditimbun", "opine")),
    ("Lestari prihatin atas nasib nelayan itu.", Said("Lestari", "prihatin", "nasib nelayan itu", "opine")),
    (
        "Lestari bersyukur tidak ada warga yang terluka.",
        Said("Lestari", "bersyukur", "tidak ada warga yang terluka", "opine"),
    ),
    ("Warga resah karena harimau itu belum tertangkap.", Said("Warga", "resah", "harimau itu belum tertangkap", "opine")),
    ("Warga mengeluh air keran mati sejak Senin.", Said("Warga", "mengeluh", "air keran mati sejak Senin", "opine")),
    ("Lestari cemas akan nasib adiknya.", Said("Lestari", "cemas", "nasib adiknya", "opine", certainty="probable")),
    ("Hasan ragu jembatan itu kuat.", Said("Hasan", "ragu", "jembatan itu kuat", "opine", "denied")),
]

FOUND: dict[str, tuple[str, list[Said]]] = {
    "the passive with the enclitic of its speaker": (
        "Hal itu disampaikannya di Pontianak.",
        [Said("nya", "disampaikan", "Hal itu")],
    ),
    "the passive with a pronoun before the stem": (
        "Hal itu ia sampaikan seusai rapat.",
        [Said("ia", "sampaikan", "Hal itu")],
    ),
    "the pronoun and the stem, and a clause": (
        "Dia akui gudang itu kosong.",
        [Said("Dia", "akui", "gudang itu kosong", "confirm")],
    ),
    "the noun behind its words": (
        '"Kami tidak pernah membuang limbah," demikian bunyi pernyataan perusahaan itu.',
        [Said("perusahaan itu", "pernyataan", "Kami tidak pernah membuang limbah")],
    ),
    "a written notice has a wording": (
        'Surat itu berbunyi: "Gudang ditutup sampai Jumat."',
        [Said("Surat itu", "berbunyi", "Gudang ditutup sampai Jumat")],
    ),
    "in a press release": (
        "Dalam siaran pers yang diterima redaksi, Senin, Hasan menyebut gudang itu kosong.",
        [Said("Hasan", "menyebut", "gudang itu kosong")],
    ),
    "through an account": (
        '"Gudang itu kosong," tulis Hasan lewat akun Instagram pribadinya.',
        [Said("Hasan", "tulis", "Gudang itu kosong")],
    ),
    "in a written statement between speaker and verb": (
        "Hasan dalam keterangan tertulisnya, Senin (3/6), menegaskan bahwa gudang itu kosong.",
        [Said("Hasan", "menegaskan", "gudang itu kosong")],
    ),
    "to reporters": (
        "Hasan mengatakan kepada wartawan di Pontianak bahwa gudang itu kosong.",
        [Said("Hasan", "mengatakan", "gudang itu kosong")],
    ),
    "the noun of an allegation and its holder": (
        "Polisi menyelidiki tudingan Lestari bahwa beras itu dicuri.",
        [Said("Lestari", "tudingan", "beras itu dicuri", "accuse")],
    ),
    "the noun of a fear without a holder": (
        "Muncul kecemasan bahwa tanggul akan jebol.",
        [Said("", "kecemasan", "tanggul akan jebol", "opine", certainty="unspecified")],
    ),
    "the noun of a rumour": (
        "Beredar kabar burung bahwa bupati akan mundur.",
        [Said("", "kabar", "bupati akan mundur", "report", certainty="unspecified")],
    ),
    "a pretext is a noun that holds a clause": (
        "Kapal itu ditahan dengan dalih bahwa suratnya tidak lengkap.",
        [Said("", "dalih", "suratnya tidak lengkap")],
    ),
    "a forecast is a noun that holds a clause": (
        "Pasar menunggu kepastian prediksi Hasan bahwa harga cabai akan turun.",
        [Said("Hasan", "prediksi", "harga cabai akan turun", "opine")],
    ),
    "who has a view by a noun": (
        "Menurut pengakuan Hasan, gudang itu kosong.",
        [Said("Hasan", "Menurut pengakuan", "gudang itu kosong")],
    ),
    "in the eyes of somebody": (
        "Di mata Hasan, penutupan jembatan itu merugikan petani.",
        [Said("Hasan", "Di mata", "penutupan jembatan itu merugikan petani")],
    ),
    "to write, behind a complementizer": (
        "Hasan menulis bahwa gudang itu kosong.",
        [Said("Hasan", "menulis", "gudang itu kosong")],
    ),
    "to answer, behind a comma": (
        "Hasan menjawab, gudang itu kosong.",
        [Said("Hasan", "menjawab", "gudang itu kosong")],
    ),
    "a study finds": (
        "Penelitian itu menemukan bahwa ikan di teluk mengandung merkuri.",
        [Said("Penelitian itu", "menemukan", "ikan di teluk mengandung merkuri")],
    ),
    "a medium that somebody hands on speaks where nobody else does": (
        "Dilansir dari Kompas, kapal itu tenggelam di selat.",
        [Said("Kompas", "Dilansir", "kapal itu tenggelam di selat", "report")],
    ),
    "citing a medium": (
        "Mengutip Reuters, harga solar naik dua kali lipat.",
        [Said("Reuters", "Mengutip", "harga solar naik dua kali lipat", "report")],
    ),
    "a medium hands on who else speaks": (
        "Dikutip dari Tempo, Hasan mengatakan kapal itu tenggelam.",
        [Said("Hasan", "mengatakan", "kapal itu tenggelam", relay="Tempo")],
    ),
    "an enclitic that is called something": (
        "Lestari menyebutnya penangkapan liar.",
        [Said("Lestari", "menyebut", "nya | penangkapan liar")],
    ),
    "an apology that is handed over": (
        "Hasan menyampaikan permohonan maaf kepada warga.",
        [Said("Hasan", "menyampaikan", "permohonan maaf kepada warga")],
    ),
    "by somebody's account": (
        "Dari keterangan Hasan, mesin kapal itu mati di tengah laut.",
        [Said("Hasan", "Dari keterangan", "mesin kapal itu mati di tengah laut")],
    ),
    "what is judged by nobody in particular": (
        "Kenaikan harga beras dinilai tidak disebabkan kemarau.",
        [Said("", "dinilai", "Kenaikan harga beras | tidak disebabkan kemarau", "opine")],
    ),
    "what is declared": ("Tiga nelayan dinyatakan hilang.", [Said("", "dinyatakan", "Tiga nelayan | hilang")]),
    "what is hoped of people": (
        "Warga diharapkan segera melapor.",
        [Said("", "diharapkan", "Warga | segera melapor", "opine", certainty="unspecified")],
    ),
    "a rumour about something": (
        "Rumor soal pemecatan Hasan merebak di pasar.",
        [Said("", "Rumor", "pemecatan Hasan", "report", certainty="unspecified")],
    ),
    "a quotation that names the subject": (
        'Kelompok "Laskar Padi" menuntut manajemen berbenah.',
        [Said("Laskar Padi", "menuntut", "manajemen berbenah", "request", certainty="unspecified")],
    ),
    "a colloquial verb": (
        "Hasan bilang gudang itu kosong.",
        [Said("Hasan", "bilang", "gudang itu kosong")],
    ),
    "to want, behind a complementizer": (
        "Warga ingin agar jembatan itu segera dibuka.",
        [Said("Warga", "ingin", "jembatan itu segera dibuka", "opine", certainty="unspecified")],
    ),
    "a prayer": (
        "Lestari berdoa semoga anaknya selamat.",
        [Said("Lestari", "berdoa", "semoga anaknya selamat", "opine", certainty="unspecified")],
    ),
    "to doubt a claim": (
        "Lestari menyangsikan klaim tersebut.",
        [Said("Lestari", "menyangsikan", "klaim tersebut", "deny", "denied")],
    ),
    "to call somebody something": (
        'Lestari menyebut Hasan sebagai "penimbun pupuk".',
        [Said("Lestari", "menyebut", 'Hasan sebagai "penimbun pupuk"')],
    ),
}

SILENT = [
    "Dengan kata lain, gudang itu kosong.",
    "Ia meninggalkan ruangan tanpa menyebut nama pelaku.",
    "Hasan enggan berkomentar soal gudang itu.",
    "Hasan belum mau menanggapi kabar itu.",
    "Lestari meninggal dunia, tutup usia di Pontianak.",
    "Sebut saja namanya Bunga, gadis berusia sepuluh tahun.",
    "Kata sandi akun itu diganti setiap pekan.",
    "Gudang itu, jelas terlihat dari jalan, sudah lama kosong.",
    "Lampu itu terang dan hemat listrik.",
    "Lestari menulis novel tentang muara.",
    "Lestari menulis buku berjudul Muara.",
    "Hasan menerima dan mencatat semua masukan warga.",
    "Lestari berpikir keras mencari jalan keluar.",
    "Hasan menjawab pertanyaan wartawan.",
    "Hasan menanggapi pernyataan Lestari.",
    "Kedua kubu sepakat menghentikan tembakan.",
    "Lestari berencana menjual gudang itu.",
    "Polisi akan memastikan jalur itu bebas dari batu.",
    "Pemerintah harus menjamin harga gabah.",
    "Polisi akan meminta keterangan sejumlah warga.",
    "Pembagian ruang kelas dilakukan berdasarkan usia murid.",
    "Denda dihitung berdasarkan jumlah hari keterlambatan.",
    "Aturan itu mengacu pada standar pelayaran.",
    "Lestari dipercaya memimpin koperasi itu.",
    "Warga yang kecewa membubarkan diri.",
    "Hasan marah kepada adiknya.",
    "Lestari senang bernyanyi di dapur.",
    "Pengendara tanpa helm akan diminta putar balik.",
    "Program itu lebih menekankan pada pelatihan.",
    "Nelayan masih berharap pada musim cumi.",
    "Warga tidak perlu khawatir terhadap kabar itu.",
    'Film "Kata Ibu" diputar di balai desa.',
    "Ingat, jembatan itu ditutup pukul enam.",
    "Singkat kata, musim kemarau datang lebih awal.",
    "Hasan minta maaf.",
    "Menurut rencana, jembatan itu dibuka Senin.",
    "Peneliti melanjutkan inovasi di laboratorium.",
    "Pilot itu melontarkan dirinya dari kokpit.",
    "Perjanjian yang tadinya disebut lunas tidak pernah dibayar.",
    "Hasan menyampaikan bantuan beras kepada warga.",
    "Jembatan itu diharapkan memperlancar lalu lintas.",
    "Sebelum dinyatakan sembuh, Hasan dirawat dua pekan.",
    "Dokter merujuknya ke rumah sakit di Pontianak.",
    "Isu utama di muara itu adalah sampah.",
    "Pelabuhan itu disebut Muara Biru sejak zaman dulu kala.",
]


@pytest.mark.parametrize(("text", "expected"), FEELINGS)
def test_a_feeling_is_laid_at_somebodys_door(text: str, expected: Said) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*case, id=why) for why, case in FOUND.items()])
def test_a_cue_is_read(text: str, expected: list[Said]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize("text", SILENT)
def test_a_homograph_or_an_event_is_no_cue(text: str) -> None:
    assert said(text) == []


TITLES = {
    "Bupati Sambas Tegaskan Dermaga Aman": ("Bupati Sambas", "Tegaskan", "Dermaga Aman", "inform"),
    "BMKG Peringatkan Gelombang Tinggi di Natuna": ("BMKG", "Peringatkan", "Gelombang Tinggi di Natuna", "warn"),
    "Nelayan Keluhkan Dermaga Retak": ("Nelayan", "Keluhkan", "Dermaga Retak", "opine"),
    "Gubernur Akui Stok Solar Menipis": ("Gubernur", "Akui", "Stok Solar Menipis", "confirm"),
    "Pemerintah Umumkan Harga Baru Solar": ("Pemerintah", "Umumkan", "Harga Baru Solar", "inform"),
    "Lestari Bantah Terima Suap": ("Lestari", "Bantah", "Terima Suap", "deny"),
    "Polisi Ungkap Penyebab Kebakaran": ("Polisi", "Ungkap", "Penyebab Kebakaran", "inform"),
}


@pytest.mark.parametrize(("title", "expected"), TITLES.items())
def test_a_stem_is_the_verb_of_a_title(title: str, expected: tuple[str, str, str, str]) -> None:
    (found,) = read_text("Hasan makan.", title=title).title_statements
    said_in_title = row(found)
    assert (said_in_title.speakers, said_in_title.cue, said_in_title.contents, said_in_title.act) == expected


@pytest.mark.parametrize(
    "title",
    [
        "Pesan Bupati untuk Pemudik",
        "Saran Dokter agar Tetap Bugar",
        "Nilai Ekspor Sawit Turun 10 Persen",
        "Polres Sambas Ungkap Pencurian Solar",
    ],
)
def test_a_noun_that_opens_a_title_is_no_verb(title: str) -> None:
    assert read_text("Hasan makan.", title=title).title_statements == ()
