"""Prints what cfn-lint knows of the resource types, over all Regions: attributes, primary identifier, and how its ARN is named."""

import json
import sys

from cfnlint.helpers import REGIONS
from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER as schemas

types = {}
for region in REGIONS:
    for name in schemas.get_resource_types(region):
        schema = schemas.get_resource_schema(region, name).schema
        attributes = {key.replace("\\", "") for key in schemas.get_type_getatts(name, region).data}
        identifier = [pointer.split("/")[-1] for pointer in schema.get("primaryIdentifier", [])]
        field = schema.get("properties", {}).get(identifier[0], {}) if len(identifier) == 1 else {}
        known = types.setdefault(
            name,
            {
                "identifier": identifier,
                "pattern": str(field.get("pattern", "")),
                "description": field.get("description", ""),
                "attributes": set(),
            },
        )
        known["attributes"] |= attributes
json.dump(types, sys.stdout, default=sorted)
