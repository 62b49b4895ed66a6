"""Where private files lie: on a disk that all machines share, or in an S3-compatible store."""

from pathlib import Path
from typing import Any

from botocore.config import Config

from cityweb.settings import env


def private_files(default: Path) -> dict[str, Any]:
    """Return the entry of STORAGES; PRIVATE_S3_BUCKET decides which of the two it is."""
    bucket = env.text("PRIVATE_S3_BUCKET", "-").strip("-")
    if not bucket:
        return {
            "BACKEND": "cityweb.core.attachments.store.DurableStorage",
            "OPTIONS": {"location": env.folder("PRIVATE_ROOT", default)},
        }
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": bucket,
            "endpoint_url": env.text("PRIVATE_S3_ENDPOINT"),
            "access_key": env.text("PRIVATE_S3_KEY"),
            "secret_key": env.secret("PRIVATE_S3_SECRET", least=16),
            "region_name": env.text("PRIVATE_S3_REGION", "us-east-1"),
            "addressing_style": "path",
            # The same name always means the same bytes.
            "file_overwrite": True,
            # Stores other than Amazon's do not all know the newer sums.
            "client_config": Config(
                connect_timeout=5,
                read_timeout=30,
                retries={"total_max_attempts": 3},
                request_checksum_calculation="when_required",
                response_checksum_validation="when_required",
                s3={"addressing_style": "path"},
                signature_version="s3v4",
            ),
        },
    }
