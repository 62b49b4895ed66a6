"""How editors write: CKEditor 5 with a newsroom's few tools, uploads through our own door."""

from typing import Any

CK_EDITOR_5_UPLOAD_FILE_VIEW_NAME = "admin:news_picture_upload"
CKEDITOR_5_UPLOAD_FILE_TYPES = ["jpeg", "png", "webp"]

_HEADINGS = [
    {"model": "paragraph", "title": "Đoạn văn", "class": "ck-heading_paragraph"},
    {"model": "heading2", "view": "h2", "title": "Đề mục lớn", "class": "ck-heading_heading2"},
    {"model": "heading3", "view": "h3", "title": "Đề mục", "class": "ck-heading_heading3"},
    {"model": "heading4", "view": "h4", "title": "Đề mục nhỏ", "class": "ck-heading_heading4"},
]

CKEDITOR_5_CONFIGS: dict[str, dict[str, Any]] = {
    "article": {
        "language": "vi",
        "toolbar": {
            "items": [
                *("heading", "|", "bold", "italic", "link", "|"),
                *("bulletedList", "numberedList", "blockQuote", "|"),
                *("insertTable", "imageUpload", "horizontalLine", "|"),
                *("specialCharacters", "findAndReplace", "removeFormat", "|", "undo", "redo"),
            ],
            "shouldNotGroupWhenFull": False,
        },
        "heading": {"options": _HEADINGS},
        "image": {
            "toolbar": [
                *("imageTextAlternative", "toggleImageCaption", "|"),
                *("imageStyle:block", "imageStyle:side"),
            ],
            "styles": {"options": ["block", "side"]},
            "insert": {"type": "block"},
        },
        "table": {
            "contentToolbar": [
                "tableColumn",
                "tableRow",
                "mergeTableCells",
                "toggleTableCaption",
            ],
            "defaultHeadings": {"rows": 1, "columns": 0},
        },
        "link": {"addTargetToExternalLinks": False},
        # Tools of the bundle that our cleaning takes away again, or that change what is stored.
        "removePlugins": [
            *("Markdown", "FullPage", "HtmlEmbed", "GeneralHtmlSupport", "SourceEditing"),
            *("MediaEmbed", "Font", "Highlight", "Alignment", "TodoList", "Style", "PageBreak"),
            *("ImageResize", "TableProperties", "TableCellProperties", "IndentBlock", "Mention"),
            *("CKFinderUploadAdapter", "Autosave", "CodeBlock", "ShowBlocks"),
        ],
    },
}
