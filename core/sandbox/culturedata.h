// SPDX-License-Identifier: MIT
#pragma once

namespace roster::sandbox::seed {

//! One culture as UTF-8 literals; see Culture for what the members mean.
struct CultureData
{
    int weight;
    const char *language;
    const char *country;
    const char *countryCode;
    const char *continent;
    const char *phonePrefix;
    int phoneDigits;
    bool familyFirst;
    const char *given;
    const char *family;
    const char *places;
};

// Telephone numbers lie in ranges that regulators keep for films and books, or in 555-01xx.
inline constexpr CultureData cultureData[] = {
    {14, "en", "United States", "US", "NA", "+120255501", 2, false,
     "Grace, Ada, Marcus, Olivia, Liam, Emma, Noah, Ava, Ethan, Zoe, Jamal, Aaliyah, Hannah, "
     "Tyler, "
     "Chloe, Dwayne, Savannah, Walter, June, Theodore",
     "Carter, Johnson, Brooks, Nguyen, Hayes, Bennett, Washington, Reed, Foster, D'Angelo, Murphy, "
     "Coleman, Ramirez, Stone, Whitfield, Okonkwo-Smith, Lindqvist, Barnes, Hughes, Price",
     "New York/New York, Austin/Texas, Portland/Oregon, Chicago/Illinois, Oakland/California"},
    {8, "en", "Ireland", "IE", "EU", "+3532091", 5, false,
     "Aoife, Ciarán, Niamh, Seán, Siobhán, Eoin, Róisín, Conor, Gráinne, Declan, Sinéad, Oisín, "
     "Caoimhe, Fionn, Maeve",
     "O'Brien, O'Sullivan, Murphy, Ó Dálaigh, Byrne, Kelly, McCarthy, Gallagher, Ní Bhriain, "
     "O'Connor, Doyle, Walsh, Kavanagh, Quinn",
     "Dublin/Leinster, Cork/Munster, Galway/Connacht, Limerick/Munster"},
    {7, "en-GB", "United Kingdom", "GB", "EU", "+442079460", 3, false,
     "Charlotte, Alfie, Imogen, Rhys, Isla, Callum, Priti, Gareth, Eleri, Hamish, Yasmin, Oliver, "
     "Poppy, Rupert",
     "Smith, Llewellyn, MacDonald, Patel, Fitzgerald, Ashworth, Featherstonehaugh, Khan, Evans, "
     "O'Neill, St John, Barker, Pritchard",
     "London/England, Manchester/England, Cardiff/Wales, Edinburgh/Scotland, Belfast/Northern "
     "Ireland"},
    {6, "de", "Germany", "DE", "EU", "+493023125", 3, false,
     "Jürgen, Käthe, Björn, Anneliese, Götz, Sönke, Lena, Maximilian, Jörg, Bärbel, Tobias, "
     "Friederike, Uğur, Annika",
     "Müller, Groß, Schäfer, Köhler, von der Heide, Weiß, Özdemir, Strauß, Vogel, Böttcher, "
     "Krämer, Schmidt-Rottluff, Jäger",
     "Berlin/Berlin, München/Bayern, Köln/Nordrhein-Westfalen, Hamburg/Hamburg, Zürich/Zürich"},
    {6, "fr", "France", "FR", "EU", "+33199006", 3, false,
     "Élodie, François, Chloé, Jérôme, Zoé, Benoît, Anaïs, Gaël, Océane, Loïc, Inès, Cédric, "
     "Maëlys, Thérèse",
     "Lefèvre, d'Aubigné, Dubois, Bélanger, L'Hôpital, Moreau, Gauthier, Le Goff, Çelik, Noël, "
     "Desprès, Benhaddou",
     "Paris/Île-de-France, Lyon/Auvergne-Rhône-Alpes, Nîmes/Occitanie, Orléans/Centre-Val de "
     "Loire"},
    {5, "es", "Spain", "ES", "EU", "+34555010", 3, false,
     "María, José, Begoña, Íñigo, Ángela, Andrés, Lucía, Joaquín, Núria, Álvaro, Sofía, Martín, "
     "Itziar",
     "García, Muñoz, Núñez, Etxeberria, Peña, López de Haro, Ibáñez, Güell, Ordóñez, Vázquez, "
     "Castaño",
     "Madrid/Madrid, Barcelona/Cataluña, A Coruña/Galicia, Málaga/Andalucía"},
    {4, "pt-BR", "Brazil", "BR", "SA", "+55555010", 3, false,
     "João, Conceição, Thaís, Antônio, Letícia, Caio, Débora, Estêvão, Luíza, Rogério, Ana Júlia",
     "Gonçalves, da Conceição, Araújo, Simões, dos Santos, Magalhães, Corrêa, Brandão, Falcão",
     "São Paulo/São Paulo, Brasília/Distrito Federal, Belém/Pará, Maceió/Alagoas"},
    {4, "pl", "Poland", "PL", "EU", "+48555010", 3, false,
     "Łukasz, Małgorzata, Zdzisław, Agnieszka, Bogusława, Paweł, Żaneta, Grażyna, Wojciech, "
     "Jędrzej",
     "Wiśniewska, Błaszczyk, Dąbrowski, Żółć, Kościuszko, Jabłońska, Świętek, Brzęczyszczykiewicz",
     "Łódź/Łódzkie, Kraków/Małopolskie, Gdańsk/Pomorskie, Poznań/Wielkopolskie"},
    {3, "sv", "Sweden", "SE", "EU", "+46846500", 3, false,
     "Åsa, Göran, Märta, Håkan, Linnéa, Örjan, Freja, Søren, Bjørg, Ása",
     "Ångström, Öberg, Sjöström, Åkesson, Lindström, Hæstad, Bergþórsdóttir, Nyström",
     "Malmö/Skåne, Göteborg/Västra Götaland, Umeå/Västerbotten, Örebro/Örebro"},
    {3, "tr", "Türkiye", "TR", "AS", "+90555010", 3, false,
     "Çağla, İbrahim, Gülşen, Işıl, Oğuz, Şeyma, Ömer, Ayşe, Yiğit, Ülkü",
     "Yıldız, Öztürk, Çelik, Güneş, Şahin, Doğan, Kılıç, Aydın, Işık",
     "İstanbul/Marmara, İzmir/Ege, Muğla/Ege, Şanlıurfa/Güneydoğu Anadolu"},
    {3, "vi", "Vietnam", "VN", "AS", "+84555010", 3, false,
     "Nguyệt, Đức, Hương, Bảo, Thảo, Quốc, Ngọc, Tuấn, Mỹ Linh",
     "Nguyễn, Trần, Phạm, Đặng, Huỳnh, Vũ, Bùi, Đỗ, Hồ",
     "Hà Nội/Hà Nội, Đà Nẵng/Đà Nẵng, Huế/Thừa Thiên Huế"},
    {3, "el", "Greece", "GR", "EU", "+30555010", 3, false,
     "Ελένη=eleni, Γιώργος=giorgos, Κατερίνα=katerina, Δημήτρης=dimitris, Σοφία=sofia, "
     "Νίκος=nikos, Άννα=anna, Οδυσσέας=odysseas, Ήβη=ivi",
     "Παπαδοπούλου=papadopoulou, Νικολαΐδης=nikolaidis, Οικονόμου=oikonomou, "
     "Ξενάκης=xenakis, Βλάχος=vlachos, Καραγιάννη=karagianni, Ψαράς=psaras",
     "Αθήνα/Αττική, Θεσσαλονίκη/Κεντρική Μακεδονία, Ηράκλειο/Κρήτη"},
    {4, "uk", "Ukraine", "UA", "EU", "+38055501", 3, false,
     "Олена=olena, Тарас=taras, Оксана=oksana, Юрій=yurii, Ґалина=galyna, Андрій=andrii, "
     "Їлія=yiliia, Наталія=nataliia, Єва=yeva, Дмитро=dmytro",
     "Шевченко=shevchenko, Коваль=koval, Бондаренко=bondarenko, Мельничук=melnychuk, "
     "Лисенко=lysenko, Кравець=kravets, Гнатюк=hnatiuk, Щербак=shcherbak",
     "Київ/Київ, Львів/Львівська область, Одеса/Одеська область"},
    {3, "bg", "Bulgaria", "BG", "EU", "+35955501", 3, false,
     "Светлана=svetlana, Георги=georgi, Мария=maria, Иван=ivan, Цветелина=tsvetelina, Петър=petar, "
     "Йоана=yoana",
     "Иванова=ivanova, Димитров=dimitrov, Стоянова=stoyanova, Петров=petrov, Ангелов=angelov, "
     "Желева=zheleva",
     "София/София-град, Пловдив/Пловдив, Варна/Варна"},
    {5, "ar", "Egypt", "EG", "AF", "+20555010", 3, false,
     "فاطمة=fatima, محمد=mohamed, ليلى=layla, عمر=omar, نور=nour, يوسف=youssef, مريم=maryam, "
     "خالد=khaled, سلمى=salma, عبد الرحمن=abdelrahman",
     "الخطيب=alkhatib, حسن=hassan, المصري=elmasry, عبد الله=abdallah, سليمان=soliman, "
     "القاضي=elkady, منصور=mansour, شريف=sherif",
     "القاهرة/القاهرة, الإسكندرية/الإسكندرية, الجيزة/الجيزة"},
    {3, "he", "Israel", "IL", "AS", "+972555010", 3, false,
     "נועה=noa, דוד=david, תמר=tamar, יונתן=yonatan, שירה=shira, אבישי=avishai, מיכל=michal, "
     "אורי=uri",
     "כהן=cohen, לוי=levi, מזרחי=mizrahi, פרידמן=friedman, ביטון=biton, אברהם=avraham, "
     "שפירא=shapira",
     "תל אביב/מחוז תל אביב, חיפה/מחוז חיפה, ירושלים/מחוז ירושלים"},
    {5, "zh-CN", "China", "CN", "AS", "+86555010", 3, true,
     "伟=wei, 芳=fang, 秀英=xiuying, 晓明=xiaoming, 丽华=lihua, 建国=jianguo, 雨桐=yutong, "
     "子涵=zihan, "
     "思远=siyuan, 梓萱=zixuan",
     "王=wang, 李=li, 张=zhang, 刘=liu, 陈=chen, 杨=yang, 欧阳=ouyang, 司马=sima, 赵=zhao",
     "上海/上海, 北京/北京, 深圳/广东, 成都/四川"},
    {4, "ja", "Japan", "JP", "AS", "+81555010", 3, true,
     "花子=hanako, 太郎=taro, さくら=sakura, 健一=kenichi, 美咲=misaki, 大輔=daisuke, 葵=aoi, "
     "翔太=shota, ゆり=yuri",
     "佐藤=sato, 鈴木=suzuki, 高橋=takahashi, 渡邉=watanabe, 小林=kobayashi, 山本=yamamoto, "
     "齋藤=saito, 五十嵐=igarashi",
     "東京/東京都, 大阪/大阪府, 札幌/北海道, 京都/京都府"},
    {3, "ko", "South Korea", "KR", "AS", "+82555010", 3, true,
     "민준=minjun, 서연=seoyeon, 지우=jiwoo, 하은=haeun, 도윤=doyun, 수빈=subin, 예진=yejin",
     "김=kim, 이=lee, 박=park, 최=choi, 정=jung, 남궁=namgung, 황보=hwangbo",
     "서울/서울, 부산/부산, 인천/인천"},
    {4, "hi", "India", "IN", "AS", "+91555010", 3, false,
     "आरव=aarav, प्रिया=priya, विवेक=vivek, अनन्या=ananya, कृष्ण=krishna, मीनाक्षी=meenakshi, "
     "राहुल=rahul, "
     "श्रेया=shreya",
     "शर्मा=sharma, गुप्ता=gupta, त्रिपाठी=tripathi, सिंह=singh, अय्यर=iyer, मिश्रा=mishra, "
     "चौधरी=chaudhary",
     "दिल्ली/दिल्ली, मुंबई/महाराष्ट्र, लखनऊ/उत्तर प्रदेश"},
    {2, "th", "Thailand", "TH", "AS", "+66555010", 3, false,
     "สมชาย=somchai, มาลี=malee, ณัฐวุฒิ=natthawut, ปิยะ=piya, กัญญา=kanya, ธนพร=thanaporn",
     "ศรีสุข=srisuk, วงศ์สวัสดิ์=wongsawat, จันทร์แก้ว=chankaew, ใจดี=jaidee, พงษ์ไพบูลย์=phongphaibun",
     "กรุงเทพมหานคร/กรุงเทพมหานคร, เชียงใหม่/เชียงใหม่"},
    {3, "en", "Nigeria", "NG", "AF", "+234555010", 3, false,
     "Chidinma, Ọlámidé, Babájídé, Ngọzi, Emeka, Adébọ́lá, Zainab, Ifeanyi, Tèmítọ́pẹ́",
     "Okafor, Adéyẹmí, Bello, Eze, Ọ̀ṣúnbùnmi, Balogun, Nwosu, Abubakar",
     "Lagos/Lagos, Abuja/FCT, Ìbàdàn/Oyo"},
    {4, "en", "Australia", "AU", "OC", "+6125550", 4, false,
     "Bruce, Kylie, Lachlan, Matilda, Jarrah, Tahlia, Darcy, Kirra, Angus",
     "Wilson, Nguyen, O'Farrell, Papadakis, Singh, McKenzie, Yunupingu, Taylor",
     "Sydney/New South Wales, Melbourne/Victoria, Hobart/Tasmania, Perth/Western Australia"},
};

} // namespace roster::sandbox::seed
