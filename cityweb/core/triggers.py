"""What migrations use in place of pgtrigger's own operation, because it is ten times faster."""

import pgtrigger.migrations
from django.db.migrations.state import ProjectState


class AddTrigger(pgtrigger.migrations.AddTrigger):
    """Adds a trigger to a table. `sed` it into what `makemigrations` writes.

    The original draws the model and everything related to it anew for each trigger; but a trigger
    changes no field, so nobody needs the new drawing.
    """

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        options = state.models[app_label, self.model_name].options
        options["triggers"] = [*options.get("triggers", []), self.trigger]
