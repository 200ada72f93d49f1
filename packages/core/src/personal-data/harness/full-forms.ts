/** Both forms with every field filled in, so that whatever a form can say of a person is seen where it is kept. Invented. */
const home = { commune: '16681', line: 'Xóm 3' };
const paper = { kind: 'passport', number: 'C1234567', issuedOn: '2020-01-02', issuedBy: 'Cục Quản lý xuất nhập cảnh' };
const somebody = (given: string, number: string) => ({
  name: { surname: 'Nguyễn', middle: 'Văn', given },
  personalNumber: number,
  relation: 'ông',
});

const parent = (given: string, number: string) => ({
  name: { surname: 'Nguyễn', middle: 'Thị', given },
  bornOn: '1995-02-03',
  birthYear: 1995,
  ethnicity: 'Kinh',
  nationality: 'Việt Nam',
  nativePlace: 'Nghệ An',
  residence: { kind: 'permanent', address: home },
  personalNumber: number,
  passport: 'C7654321',
  paper,
});

export const fullBirth = {
  applicant: {
    name: { surname: 'Nguyễn', middle: 'Thị', given: 'Lan' },
    personalNumber: '040195000001',
    residence: home,
    paper,
    relation: 'mother',
    phone: '0900000001',
    email: 'lan@example.vn',
  },
  choices: {
    legs: ['birth', 'residence', 'card'],
    authorities: { birth: '16681', residence: '16681', card: 'BHXH-40' },
    channel: 'national-portal',
    delivery: 'electronic',
    copies: 2,
  },
  birthProof: { kind: 'notice', code: '00001.GCS.40001.24', file: 'scan-1.pdf' },
  child: {
    name: { surname: 'Nguyễn', middle: 'Thị', given: 'An' },
    bornOn: '2024-08-20',
    bornOnInWords: 'ngày hai mươi tháng tám năm hai nghìn không trăm hai mươi tư',
    sex: 'female',
    ethnicity: 'Kinh',
    nationality: 'Việt Nam',
    birthplace: { kind: 'facility', name: 'Bệnh viện Sản Nhi', address: home },
    nativePlace: 'Nghệ An',
    birthOrder: 1,
    multiple: 1,
  },
  mother: parent('Lan', '040195000001'),
  father: parent('Minh', '040095000002'),
  marriage: { married: true, certificate: 'KH-1', registeredOn: '2020-02-02', registeredAt: 'UBND xã' },
  residence: {
    address: home,
    with: 'parents',
    owned: 'not-own',
    placeKind: 'ordinary',
    householdHead: somebody('Tư', '040060000003'),
    relationToHead: 'cháu',
    members: [somebody('Năm', '040061000004')],
    owner: somebody('Sáu', '040062000005'),
    consents: [{ from: 'owner', mode: 'vneid', at: '2024-08-29T09:00:00+07:00' }],
  },
  card: { first: true, firstFacility: '40001', address: home, householdCode: 'H-1', poorHousehold: 'N-1' },
  commitment: { truthful: true, at: '2024-08-29T09:00:00+07:00' },
} as const;

export const fullDeath = {
  applicant: {
    name: { surname: 'Trần', middle: 'Thị', given: 'Bưởi' },
    personalNumber: '040148000011',
    residence: home,
    paper,
    relation: 'spouse',
    authorisation: 'UQ-1',
    phone: '0900000002',
    email: 'buoi@example.vn',
  },
  choices: {
    legs: ['death', 'residence', 'funeral', 'survivor'],
    authorities: { death: '16681', residence: '16681', funeral: 'BHXH-40', survivor: 'BHXH-40' },
    channel: 'vneid',
    delivery: 'electronic',
    copies: 1,
  },
  deceased: {
    name: { surname: 'Phan', middle: 'Đình', given: 'Khế' },
    personalNumber: '040042000012',
    bornOn: '1942-03-04',
    birthYear: 1942,
    sex: 'male',
    ethnicity: 'Kinh',
    nationality: 'Việt Nam',
    paper,
    lastResidence: home,
    foreignElement: false,
  },
  death: {
    diedOn: '2024-08-27',
    time: '21:40',
    kind: 'home',
    place: home,
    cause: 'tuổi già',
    registration: 'ordinary',
  },
  evidence: { kind: 'commune-confirmation' },
  benefit: {
    classes: ['social-insurance'],
    insured: { status: 'pensioner', months: 300 },
    province: '40',
    insuranceNumber: 'BH-1',
    managementNumber: 'QL-1',
  },
  allowances: ['pension'],
  survivors: {
    prefer: 'lump-sum',
    relatives: [
      { ...somebody('Bưởi', '040148000011'), facts: { of: 'A', kind: 'spouse', bornOn: '1948-05-01', sex: 'female' } },
    ],
    pension: { monthly: 5_000_000, monthsDrawn: 30 },
    consents: [{ of: 'A', mode: 'vneid' }],
  },
  payee: { ...somebody('Bưởi', '040148000011'), channel: 'bank', bank: 'Agribank', account: '9704000000001' },
  commitment: { truthful: true, at: '2024-08-29T09:00:00+07:00' },
} as const;
