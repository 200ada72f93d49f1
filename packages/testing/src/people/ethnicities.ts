/** The peoples of Nghệ An (dân tộc): where they live and how they name themselves. Lists of plausible names, no census. */

/** Names of one people. Weights tell common from rare. */
export type Naming = Readonly<{
  ethnicity: string;
  surnames: readonly (readonly [string, number])[];
  middle: Readonly<{ male: readonly string[]; female: readonly string[] }>;
  given: Readonly<{ male: readonly string[]; female: readonly string[] }>;
}>;

export type People = 'Kinh' | 'Thái' | 'Thổ' | 'Khơ Mú' | 'Mông' | 'Ơ Đu' | 'Ê Đê';

const even = (names: string): readonly (readonly [string, number])[] => names.split(' ').map((name) => [name, 1]);
const words = (names: string): readonly string[] => names.split(' ');
/** Reads `Nguyễn 38, Trần 10`. */
const weights = <Name extends string = string>(list: string): readonly (readonly [Name, number])[] =>
  list.split(', ').map((entry) => {
    const space = entry.lastIndexOf(' ');
    return [entry.slice(0, space) as Name, Number(entry.slice(space + 1))];
  });
/** A blank for names that have no middle part. */
const none = '';

const kinhGiven = {
  male: words(
    'An Anh Bảo Bình Cường Dũng Duy Đạt Đức Hải Hiếu Hoàng Hùng Huy Khánh Khôi Kiên Lâm Long ' +
      'Minh Nam Nghĩa Nguyên Nhật Phong Phúc Quân Quang Sơn Thành Thắng Tiến Trung Tuấn Tùng Việt Vinh',
  ),
  female: words(
    'An Anh Ánh Châu Chi Diệp Dung Giang Hà Hạnh Hằng Hiền Hoa Hoà Huệ Hương Huyền Khuê Lan Linh Ly Mai ' +
      'My Nga Ngân Ngọc Nhi Nhung Oanh Phương Quỳnh Tâm Thảo Thu Thuỷ Thúy Trang Trâm Uyên Vân Vy Yến',
  ),
};

export const namings: Readonly<Record<People, Naming>> = {
  Kinh: {
    ethnicity: 'Kinh',
    surnames: weights(
      'Nguyễn 38, Trần 10, Lê 9, Phan 6, Hoàng 6, Hồ 5, Phạm 4, Võ 3, Bùi 3, Đặng 3, Cao 3, Thái 2, ' +
        'Trương 2, Đậu 2, Ngô 2, Vũ 1, Dương 1, Chu 1, Tạ 1, Đinh 1, Hà 1, Lưu 1, Mai 1, Phùng 1, Tăng 1, Nguyễn Cảnh 1',
    ),
    middle: {
      male: words('Văn Văn Văn Đức Minh Quốc Gia Hữu Xuân Bá Công Đình Anh Bảo Thế Trọng'),
      female: words('Thị Thị Thị Thị Ngọc Thanh Bảo Khánh Phương Thùy Quỳnh Hà Minh').concat('Thị Ngọc', 'Thị Thanh'),
    },
    given: kinhGiven,
  },
  Thái: {
    ethnicity: 'Thái',
    surnames: even('Lô Vi Lương Hà Kha Ngân Lang Quang Sầm Vang Lữ Lò Lộc Lim'),
    middle: { male: words('Văn Văn Đức Xuân Thanh'), female: words('Thị Thị Thị Mai Hồng') },
    given: {
      male: words('Cường Dũng Hoàng Hùng Khăm Khun Long Nghĩa Pánh Thắng Tuấn Ún Việt Xuyên'),
      female: words('Bua Hương Khuyên Lả Lan Mai Ngoan Nọi Pành Thoa Tím Ún Xoan Yên'),
    },
  },
  Thổ: {
    ethnicity: 'Thổ',
    surnames: even('Trương Lê Nguyễn Cao Bùi Đào Phan Hồ Vi'),
    middle: { male: words('Văn Văn Công Xuân'), female: words('Thị Thị Thị Thuý') },
    given: {
      male: words('Bảo Dương Hậu Hoàn Khang Lợi Nhân Thiện Tình'),
      female: words('Diệu Hiền Huyền Lành Loan Sen Thắm Thuỷ'),
    },
  },
  'Khơ Mú': {
    ethnicity: 'Khơ Mú',
    surnames: even('Cụt Moong Lữ Xeo Chích Ven Pịt Oong Xên Hoa Lo'),
    middle: { male: words('Văn Văn Phò').concat(none), female: words('Thị Thị Mẹ').concat(none) },
    given: {
      male: words('Bún Khăm Dần Kèo May Ngoan Phanh Thoong Xáy'),
      female: words('Huôi Lả Ly Ngân Óng Pang Tịt Xâm Ỳnh'),
    },
  },
  Mông: {
    ethnicity: 'Mông',
    surnames: even('Vừ Xồng Lầu Và Lỳ Hờ Già Mùa Thò Cự Bá Hạ Sùng'),
    middle: { male: words('Bá Bá Chống Giống Nhìa Tồng Xái Nỏ'), female: words('Y Y Y Y') },
    given: {
      male: words('Chò Cu Dềnh Dì Lềnh Lông Pó Rùa Súa Thái Tủa Vả Xà Xềnh'),
      female: words('Chi Dở Mái Mỷ Nênh Pà Rê Súa Tồng Xia Xúa Dếnh Hoa').concat("H'Mỷ"),
    },
  },
  'Ơ Đu': {
    ethnicity: 'Ơ Đu',
    surnames: even('Lo Lò Vi Lương Kim'),
    middle: { male: words('Văn Văn').concat(none), female: words('Thị Thị').concat(none) },
    given: { male: words('Cường Bình Thái Xuyên May Khăm'), female: words('Nga Hồng Thoa Hiền Lan Sao') },
  },
  // Not of Nghệ An: a few came by marriage, and their names try every rule that was made for Kinh ones.
  'Ê Đê': {
    ethnicity: 'Ê Đê',
    surnames: [[none, 1]],
    middle: { male: ['Y'], female: [none] },
    given: {
      male: ['Blim Niê', 'Dhăm Êban', 'Thắt Mlô'],
      female: ["H'Hen Niê", "H'Lăm Mlô", "H'Đơk Kbuôr", "H'Wơn Ayŭn"],
    },
  },
};

/** Who lives in a district, by its code of 2023; everywhere else almost everybody is Kinh. */
const highlands: Readonly<Record<string, readonly (readonly [People, number])[]>> = {
  '414': weights('Kinh 93, Thái 4, Thổ 3'), // Thái Hoà
  '415': weights('Thái 80, Kinh 10, Mông 5, Khơ Mú 4, Thổ 1'), // Quế Phong
  '416': weights('Thái 75, Kinh 22, Thổ 3'), // Quỳ Châu
  '417': weights('Mông 38, Khơ Mú 32, Thái 25, Kinh 5'), // Kỳ Sơn
  '418': weights('Thái 70, Khơ Mú 14, Kinh 9, Mông 5, Ơ Đu 2'), // Tương Dương
  '419': weights('Kinh 65, Thổ 20, Thái 15'), // Nghĩa Đàn
  '420': weights('Kinh 47, Thái 38, Thổ 15'), // Quỳ Hợp
  '422': weights('Thái 70, Kinh 28, Khơ Mú 2'), // Con Cuông
  '423': weights('Kinh 78, Thái 12, Thổ 10'), // Tân Kỳ
  '424': weights('Kinh 92, Thái 8'), // Anh Sơn
};
const lowlands = weights<People>('Kinh 985, Thái 10, Thổ 4, Ê Đê 1');

export const peoplesOf = (district: string): readonly (readonly [People, number])[] => highlands[district] ?? lowlands;

/** Districts of the mountains, where more children are born at home. */
export const isHighland = (district: string): boolean => ['415', '416', '417', '418', '422'].includes(district);
