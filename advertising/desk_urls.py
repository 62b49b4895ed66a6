from django.urls import path

from advertising.views import (
    capturing,
    charging,
    checking,
    disclosing,
    fielding,
    planning,
    reporting,
)

app_name = "advertising_desk"
urlpatterns = [
    path("", checking.inspections, name="inspections"),
    path("dot-xuat/", checking.open_case, name="open"),
    path("ke-hoach/", planning.plans, name="plans"),
    path("ke-hoach/moi/", planning.write, name="write_plan"),
    path("ke-hoach/<int:pk>/", planning.plan, name="plan"),
    path("ke-hoach/<int:pk>/<slug:verb>/", planning.act, name="act_plan"),
    path("bao-cao/", reporting.report, name="report"),
    path("bao-cao/tep/", reporting.export, name="report_file"),
    path("bao-cao/<slug:key>/", reporting.rows, name="report_rows"),
    path("vi-pham/", charging.violations, name="violations"),
    path("vi-pham/<int:pk>/", charging.violation, name="violation"),
    path("vi-pham/<int:pk>/van-ban/<int:paper>.pdf", charging.paper, name="violation_paper"),
    path("vi-pham/<int:pk>/<slug:verb>/", charging.act, name="act_violation"),
    path("thuc-dia/", fielding.field, name="field"),
    path("thuc-dia/may.js", fielding.worker, name="field_worker"),
    path("thuc-dia/phien/", fielding.ticket, name="field_ticket"),
    path("thuc-dia/lay/<int:pk>/", fielding.take, name="field_take"),
    path("thuc-dia/<uuid:key>/khoa/", fielding.secret, name="field_secret"),
    path("thuc-dia/<uuid:key>/nhan/", fielding.receive, name="field_receive"),
    path("<int:pk>/", checking.inspection, name="inspection"),
    path("<int:pk>/du-thao.pdf", checking.preview, name="preview"),
    path("<int:pk>/van-ban/<int:paper>.pdf", checking.paper, name="paper"),
    path("<int:pk>/chung-cu/", disclosing.disclosure, name="disclosure"),
    path("<int:pk>/chung-cu/<int:number>/", checking.custody, name="custody"),
    path("<int:pk>/chung-cu/<int:number>/tep/", checking.exhibit, name="exhibit"),
    path("<int:pk>/chup/", capturing.capture, name="capture"),
    path("<int:pk>/<slug:verb>/", checking.act, name="act"),
]
