import type { AccountHolder } from '#domain/account';

/** Families and given names of one part of the world; `share` is its part of a hundred households. */
export type Origin = {
  share: number;
  family: readonly string[];
  given: readonly string[];
  language: AccountHolder['language'];
};

const words = (text: string) => text.trim().split(/\s+/);

/** Where the people of Quarry Bay come from. Family names stand in their masculine form. */
export const ORIGINS: readonly Origin[] = [
  {
    share: 39,
    language: 'en',
    family:
      words(`Abbott Adams Alder Allen Anderson Baker Barnes Bell Bennett Brooks Brown Burke Carter Chapman Clark Cole
      Collins Cooper Cox Crawford Davis Dawson Dixon Edwards Ellis Evans Fisher Foster Fox Gardner Gibson Graham Grant Gray
      Green Griffin Hale Hall Harper Harris Hayes Henderson Hill Holmes Howard Hughes Hunt Jackson Jenkins Johnson Jones
      Kelly Kennedy King Knight Lawson Lee Lewis Marsh Martin Mason Miller Mitchell Moore Morgan Morris Murphy Murray
      Nelson O’Brien O’Sullivan Palmer Parker Pearson Perry Phillips Porter Powell Price Reed Reynolds Richards Roberts
      Robinson Rogers Russell Scott Shaw Simmons Smith Spencer Stevens Stone Taylor Thomas Thompson Turner Walker Ward
      Washington Watson Webb West White Whitehorse Williams Wilson Wood Wright Young`),
    given:
      words(`Aaron Abigail Alice Amanda Amy Andrew Angela Anna Barbara Benjamin Beth Brian Caleb Carol Charles Claire
      Daniel David Deborah Diane Donald Dorothea Dorothy Edward Eleanor Elizabeth Emily Eric Frank George Grace Hannah
      Harold Helen Henry Jack James Jane Janet Jason Jennifer John Joseph Joyce Karen Kenneth Kevin Laura Leland Linda
      Margaret Mark Martha Mary Matthew Michael Nancy Niamh Patricia Paul Peter Rachel Ralph Rebecca Richard Robert Ruth
      Samuel Sarah Scott Sean Sharon Stephen Susan Teresa Thomas Timothy Virginia Walter William`),
  },
  {
    share: 14,
    language: 'es',
    family:
      words(`Aguilar Álvarez Castellanos Castillo Cortés Cruz Delgado Díaz Domínguez Espinoza Fernández Flores García
      Gómez González Guerrero Gutiérrez Hernández Herrera Ibáñez Jiménez López Márquez Martínez Medina Mendoza Morales
      Muñoz Núñez Ortiz Peña Pérez Quispe Ramírez Ramos Reyes Ríos Rivera Rodríguez Romero Ruiz Salazar Sánchez Solís Soto
      Suárez Torres Vargas Vásquez Zúñiga`),
    given: words(`Adriana Alejandro Ana Andrés Antonio Beatriz Carlos Carmen Concepción Cristina Diego Elena Esteban
      Fernando Francisco Gabriela Guadalupe Inés Isabel Jesús Joaquín José Juan Leticia Lucía Luis Manuel Marisol Martín
      Mateo Miguel Mónica Óscar Pablo Pedro Pilar Rafael Raúl Ricardo Rocío Rosa Sofía Tomás Verónica Xóchitl Yolanda`),
  },
  {
    share: 10,
    language: 'vi',
    family: words(
      'Nguyễn Nguyễn Nguyễn Nguyen Nguyen Trần Tran Lê Le Phạm Pham Huỳnh Hoàng Vũ Võ Đặng Dang Bùi Đỗ Hồ Ngô Dương Lý',
    ),
    given:
      words(`Anh Bảo Bình Châu Cường Đức Dung Giang Hà Hải Hạnh Hiếu Hoa Hùng Hương Huyền Khánh Kim Lan Linh Long Mai
      Minh Nam Nga Ngọc Nhung Phong Phương Quang Quân Sơn Tâm Thảo Thịnh Thu Thủy Tiến Trang Trí Trinh Tuấn Tuyết Vân Việt Yến`),
  },
  {
    share: 7,
    language: 'ru',
    family:
      words(`Abramov Baranov Belov Bondarenko Chernov Fedorov Golubev Ivanenko Ivanov Ivanov Karpenko Kovalenko Kozlov
      Kuznetsov Kuznetsov Lebedev Melnyk Mikhailov Morozov Novikov Orlov Pavlov Petrov Petrov Popov Romanov Semenov
      Shevchenko Smirnov Smirnov Sokolov Sokolov Stepanov Tkachenko Vasiliev Volkov Yakovlev Zaitsev Zhukov`),
    given:
      words(`Aleksandr Alexei Alina Anastasia Andrei Boris Daria Denis Dmitri Dmytro Ekaterina Elena Evgeny Galina Igor
      Irina Ivan Kateryna Konstantin Ksenia Larisa Liudmila Maksim Marina Mikhail Nadezhda Natalia Nikolai Oksana Oleg Olga
      Pavel Roman Sergei Svetlana Tatiana Vadim Valentina Viktor Vladimir Yulia Yuri`),
  },
  {
    share: 3,
    language: 'ru',
    family: words(`Иванов Иванов Петров Петров Сидоров Кузнецов Кузнецов Смирнов Попов Васильев Соколов Морозов Волков
      Алексеев Лебедев Семёнов Егоров Павлов Козлов Степанов Николаев Орлов Андреев Макаров Зайцев Щербаков Жуков Юрьев`),
    given:
      words(`Александр Алексей Анна Борис Виктор Галина Дмитрий Екатерина Елена Игорь Ирина Лариса Людмила Михаил Наталья
      Николай Ольга Павел Светлана Сергей Татьяна Фёдор Юлия`),
  },
  {
    share: 8,
    language: 'en',
    family:
      words(`Andersen Andersson Berg Bergström Björnsdóttir Christensen Dahl Eriksson Gunnarsson Hansen Haugen Holm
      Jakobsen Jensen Johansson Karlsson Kjær Kristiansen Larsen Lindqvist Lund Møller Nielsen Nilsson Nygård Olsen
      Östberg Pedersen Rasmussen Sjöberg Solheim Sørensen Strøm Svensson Thorsen Virtanen Ødegård Åkesson`),
    given:
      words(`Anders Arne Åsa Astrid Birgit Bjørn Britt Elsa Erik Finn Freja Göran Gunnar Hanne Håkon Ingrid Jens Jørgen
      Karin Katrín Kirsten Knut Lars Leif Liv Magnus Marit Mats Nils Olaf Per Ragnhild Rolf Sigrid Søren Sven Tor Ulla`),
  },
  {
    share: 4,
    language: 'en',
    family: words(
      'Faʻasavalu Faleolo Fonoti Fuimaono Leaupepe Lemalu Mataʻafa Saʻu Seumalo Taʻamu Taufua Tuiasosopo Tuilagi Tuimavave Vaifale',
    ),
    given: words('Alofa Falefasa Fetu Ioane Lagi Lesieli Mele Mose Pele Sefina Sina Sione Talia Tavita Toa Tui'),
  },
  {
    share: 5,
    language: 'en',
    family: words('Kim Kim Lee Park Park Choi Jung Kang Cho Yoon Jang Lim Han Oh Seo Shin Kwon Hwang Ahn Song'),
    given: words(
      'Eun-ji Hana Hye-jin Hyun-woo Ji-hoon Ji-woo Jin-ho Joon Mi-kyung Min-jun Min-seo Soo-ah Seo-yeon Sung-min Yuna Young-ho',
    ),
  },
  {
    share: 10,
    language: 'en',
    family:
      words(`Ahmed Bekele Chen Chukwuemeka Dvořák Haddad Haile Hassan Huang Kaur Kowalczyk Li Liu Łukasik Mbeki-Larsen
      Mohamud Nakamura Okafor Okonkwo Patel Petrosyan Reyes-Santos Santos Sato Sharma Singh Suzuki Tanaka Tesfaye Wang
      Watanabe Whitebear Wong Yamada Yang Zhang Zieliński`),
    given:
      words(`Abdi Adaeze Aiko Amina Arjun Chidi Fatima Haruki Harjit Harpreet Ifeoma Jana Kenji Layla Mei Mei-Ling Min
      Mohamed Obinna Paweł Priya Rosario Selamawit Sunita Thandi Wei Xiu Yuki Zofia`),
  },
];
