(() => {
  // What the words on and around advertisements say. For the eye alone.
  const tidy = text => (text || "").normalize("NFC").replace(/[\u200b-\u200d\u2060\ufeff]/g, "").replace(/\s+/g, " ").trim();

  const LABEL = /(^|[^\p{L}])(quảng cáo|quang cao|nội dung quảng cáo|được tài trợ|tài trợ|qc|advertisement|advertising|advertorial|sponsored|promoted|paid (content|post|partnership)|ads?)([^\p{L}]|$)/iu;
  // Who may be called about advertising, or what keeps it away, says nothing of what stands around it.
  const OFFERS = /(liên hệ|liên lạc|bảng giá|báo giá|đặt|nhận|phòng|ban|dịch vụ|hợp tác|hotline)( đăng| làm| mua)? quảng cáo|quảng cáo[^\p{L}\d]{1,4}[\d+(][\d .()-]{6}/iu;
  const SPEAKS_OF = /(chặn|chống|gỡ|không|không có|không còn|ít|xóa|loại bỏ|ngành|luật|công ty|mục đích|chính sách|doanh thu|nguồn thu|cá nhân hóa|hiện|hiển thị) (các )?quảng cáo|quảng cáo (được )?(cá nhân hóa|phù hợp)|cookies?|ad[- ]?block|ads?[- ]free|no ads/iu;
  const isLabel = text => LABEL.test(text) && !OFFERS.test(text) && !SPEAKS_OF.test(text);
  // What a site asks of its own readers: consent, signing in, age, its newsletter, to stop blocking.
  const ASKS = /cookie|quyền riêng tư|dữ liệu cá nhân|privacy|consent|đăng nhập|mật khẩu|(?<!\p{L})(đủ|trên|từ) 1[68] tuổi|bản tin|nhận tin|newsletter|(chặn|không) quảng cáo|ad[- ]?block/iu;
  const REPORTS = /(báo (cáo|xấu|vi phạm|sai phạm|lỗi|quảng cáo)|(?<!\p{L})(phản ánh|phản hồi|góp ý|tố cáo|tố giác|khiếu nại)|không quan tâm|không phù hợp|không thích|không muốn (xem|thấy)|(dừng|ngừng|không) hiển thị|không hiện lại|chặn quảng cáo này|(tùy chọn|cài đặt|thông tin về) quảng cáo|tại sao (tôi |có |lại )?(thấy|quảng cáo)|vì sao|từ chối|report|why this ad|about this ad|ad feedback|adchoices|not interested|stop seeing)/iu;
  // What opens a list in which more can be chosen.
  const OPENS_MORE = /^(⋮|…|⋯|•••|···|\.\.\.|☰|ⓘ|ℹ|ℹ️|i|\?|▾|▼|⚑|🚩|⚙|⚙️)$/u;

  const CLOSES = /^\s*(×|x|✕|✖|✖️|✗|✘|╳|⨯|⨉|❌|❎|⊗|🗙|đóng|đóng lại|tắt|ẩn|ẩn đi|thu gọn|thu nhỏ|thoát|để sau|lúc khác|xem sau|hủy|huỷ|thôi|bỏ qua|không,? cảm ơn|close|hide|skip|skip ad|cancel|no,? thanks|not now|later)\s*[.!]?\s*$/iu;
  const CLOSING = /((?<![\p{L}])đóng(?! (góp|gói|phí|thuế|cửa|bảo hiểm|học))|(?<!tóm |viết |đi )(?<![\p{L}])tắt(?! bếp)|ẩn quảng cáo|bỏ qua|close|skip|dismiss)/iu;
  // Words of any kind with such a sign at their end or before them.
  const SIGNED = /^[×✕✖✗✘╳⨯⨉❌❎⊗🗙]\s+\S|\S\s+[×✕✖✗✘╳⨯⨉❌❎⊗🗙]\s*$/u;
  // Ways past an advertisement into what it covers; what it sells may say the same, so they are only tried.
  const ENTERS = /^(vào|tiếp tục|đọc tiếp|xem tiếp|quay lại|trở lại|về)( (vào|đọc|xem|tới|đến))?( (trang|trang báo|trang chủ|báo|bài|bài viết|nội dung|website))?( ngay)?$/iu;
  const NAMED = /(^|[-_\s/.])(close|closer|dong|tat|skip|dismiss|bo-?qua|thoat|btn-?x|times|xmark|cross)($|[-_\s\d.])/i;
  // Arrows and brackets around a word say nothing else than the word.
  const ORNAMENT = /[▲▼△▽▴▾⌃⌄˄˅↑↓«»‹›→⇢▶►⏭⏩>[\]()|]+\ufe0f?/gu;

  globalThis.citywebWords = {tidy, LABEL, isLabel, ASKS, REPORTS, OPENS_MORE, CLOSES, CLOSING, SIGNED, ENTERS, NAMED, ORNAMENT};
})();
