"""What may be a denunciation is noticed by its words; ordinary letters are left alone."""

import pytest

from feedback import suspicion
from feedback.suspicion import Matter

DENUNCIATIONS = """
Tố cáo cán bộ X nhận hối lộ
Tôi tố cáo ông Nguyễn Văn B, địa chính phường, xin giữ bí mật tên tôi
Đơn tố cáo
Đơn tố cáo hành vi sai phạm của hiệu trưởng
Tôi xin tố cáo bà kế toán trường đã khai khống tiền ăn của học sinh
Chúng tôi làm đơn này để tố cáo chủ tịch phường
Tôi muốn tố giác một nhóm cán bộ bao che cho xây dựng trái phép
Cán bộ địa chính phường nhận hối lộ 50 triệu để cấp giấy
Công an khu vực nhận tiền của quán nhậu để bỏ qua
Thanh tra xây dựng đòi tiền bồi dưỡng mới cho tôi sửa nhà
Ông phó chủ tịch tham nhũng tiền làm đường
Lãnh đạo ban quản lý chợ tham ô tiền ki-ốt của tiểu thương
Cảnh sát giao thông vòi tiền người đi đường
Nhân viên một cửa vòi vĩnh, ai đưa phong bì mới làm nhanh
Đề nghị xử lý cán bộ lợi dụng chức vụ chiếm đoạt đất công
Trưởng ban quản lý rút ruột công trình cầu
Kế toán phường biển thủ quỹ người nghèo
Ông B làm giả hồ sơ để nhận tiền bồi thường
Tôi phản ánh cán bộ phường, sợ bị trả thù nên xin giấu tên
Mong cơ quan giữ bí mật họ tên cho tôi vì công an phường quen họ
Người bị tố cáo: ông Trần Văn C, đội trưởng
Nội dung tố cáo: nâng khống dự toán
Toi to cao can bo phuong nhan hoi lo
Don to cao ong chu tich xa
to cao ba hieu truong an chan tien an cua hoc sinh
Cán bộ thuế gợi ý hối lộ tôi 20 triệu đồng
Quản lý đô thị bảo kê cho hàng rong lấn chiếm vỉa hè
Chủ tịch xã cấu kết với doanh nghiệp bán đất công
TỐ CÁO CÔNG AN PHƯỜNG ĐÁNH DÂN
Thư tố cáo gửi Chủ tịch Ủy ban nhân dân Thành phố
Kính đề nghị làm rõ việc giám đốc trung tâm lạm dụng quyền hạn, đuổi việc tôi
Tôi tố cáo việc bà D bán bằng giả, đề nghị không tiết lộ danh tính
Gia đình tôi tố cáo ủy ban phường bao che cho nhà xây trái phép
Tôi muốn tố cáo ông E nhận tiền của dân thì gửi đơn ở đâu?
Chuyên viên đòi phong bì mới trả hồ sơ
CA phuong nhan hoi lo cua quan nhau
Can bo dia chinh voi tien dan, xin giu bi mat ten toi
Lanh dao phuong nhan phong bi cua doanh nghiep
Hải quan ép tiền hối lộ, doanh nghiệp chúng tôi phải chung chi
""".strip().splitlines()

ORDINARY = """
Nắp cống vỡ trước trường, học sinh đi qua rất nguy hiểm
Đơn tố cáo gửi ở đâu?
Thủ tục tố cáo gồm những gì?
Tôi muốn hỏi cách gửi đơn tố cáo
Luật Tố cáo quy định thời hạn giải quyết bao lâu?
Người tố cáo có được giữ bí mật họ tên không, xin hướng dẫn
Nếu phát hiện cán bộ nhận hối lộ thì gọi số nào?
Đề nghị đăng tài liệu về phòng, chống tham nhũng, tiêu cực lên cổng thông tin
Mục giải quyết khiếu nại, tố cáo trên trang web bị lỗi
Trang web của Sở không mở được mục khiếu nại, tố cáo
Tôi đọc báo thấy vụ án cán bộ nhận hối lộ ở tỉnh khác
Đề nghị phường tổ chức tập huấn về chống tham nhũng cho cán bộ trẻ
Cán bộ tiếp dân rất nhiệt tình, tôi cảm ơn
Cán bộ đến thăm nhưng không hẹn trước
Tôi hơi lo vì cây xanh nghiêng về phía nhà cán bộ hưu trí
Hàng xóm hát karaoke đến khuya, xin giữ bí mật tên tôi
Ông tổ trưởng nhận tiền ủng hộ bão lụt, tôi xin biên nhận ở đâu?
Tôi khiếu nại quyết định xử phạt của Ủy ban nhân dân phường
Đường ngập mỗi khi mưa, hơi lo cho người già
Đề nghị thêm đèn ở hẻm, chị em đi làm về khuya rất sợ
Xin hỏi lệ phí làm giấy khai sinh
Nhà bên cạnh xây lấn ranh, đề nghị thanh tra xây dựng kiểm tra
Công an phường bắt được trộm, dân rất mừng
Quán nhậu lấn vỉa hè, quản lý đô thị chưa xử lý
Ông chủ tịch phường đã hứa sửa đường nhưng chưa làm
Nhân viên một cửa trả hồ sơ trễ ba ngày
Tài xế xe buýt không dừng trạm
Bà tổ trưởng nhắc mọi người đổ rác đúng giờ
Phân biệt khiếu nại với tố cáo khác nhau thế nào?
Đây không phải là đơn tố cáo, tôi chỉ góp ý về vỉa hè
Mau don to cao lay o dau
Can bo phuong den tham nhung khong bao truoc
Toi hoi lo vi cay nghieng
Nap cong vo truoc cong truong
Tòa cao ốc che hết ánh sáng nhà tôi
Đề nghị Thành phố tăng cường phòng chống tham nhũng trong đầu tư công
Thầy cô giáo dạy rất tốt nhưng lớp quá đông
Rác để trước nhà ông Ba bốc mùi cả tuần
Anh bảo vệ công viên nhận giữ đồ giúp dân
Đề nghị công khai kết quả giải quyết tố cáo trên trang thông tin
""".strip().splitlines()

COMPLAINTS = """
Tôi khiếu nại quyết định xử phạt của Ủy ban nhân dân phường
Đơn khiếu nại về bồi thường
Công ty chúng tôi làm đơn khiếu nại việc thu hồi giấy phép
Don khieu nai lan hai
""".strip().splitlines()

IN_ENGLISH = """
I want to denounce a ward official who took a bribe. Keep my name secret.
We hereby accuse the chairman of the ward of embezzlement
A policeman demanded tea money from my shop
The headmaster embezzled the school funds
I am writing to report corruption at the tax office
My letter of denunciation
The land officer asked for an envelope before giving me the paper
Please keep my identity confidential, the inspector knows my family
The director abused his power to fire me
Ward staff falsified documents to get our land
""".strip().splitlines()

ORDINARY_IN_ENGLISH = """
Where can I send a denunciation?
How do I denounce an official who takes bribes?
The street light in front of my house is broken, please repair it
The police officer was very kind and helped my mother
I read in the newspaper about corruption of officials in another province
Please publish the law on complaints and denunciations in English
The website of the department does not open
The construction next door is noisy, please ask the inspector to check
I lost some money on the bus, whom should I contact?
This is not a denunciation, I only suggest more trees
The ward officer asked for my passport copy and my paper was late
Please take care of the flooded street; the director promised it last year
""".strip().splitlines()


@pytest.mark.parametrize("letter", DENUNCIATIONS)
def test_a_plain_denunciation_is_noticed(letter):
    assert suspicion.may_denounce(letter, "Kính mong xem xét.")
    assert suspicion.may_denounce("Kính gửi Phòng", f"Tôi ở phường mẫu.\n{letter}\nXin cảm ơn.")


def test_ordinary_letters_are_left_alone():
    taken = [one for one in ORDINARY if suspicion.may_denounce(one, "Xin cảm ơn.")]
    assert len(taken) <= len(ORDINARY) // 20, taken


def test_what_foreigners_write_is_told_apart_too():
    missed = [one for one in IN_ENGLISH if not suspicion.may_denounce("Report", one)]
    taken = [one for one in ORDINARY_IN_ENGLISH if suspicion.may_denounce("Hello", one)]
    assert (missed, taken) == ([], [])


@pytest.mark.parametrize("letter", COMPLAINTS)
def test_a_complaint_is_told_from_a_question_about_complaints(letter):
    assert suspicion.matter(letter, "") == Matter.COMPLAINT
    assert suspicion.matter("Khiếu nại gửi ở đâu?", "") is None


def test_a_long_letter_is_read_in_proportion_to_its_length():
    assert suspicion.matter("đòi tiền " * 20, "cán bộ " * 20_000) is None
