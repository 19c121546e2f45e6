"""ministack, corrected in four places where AWS behaves otherwise; for the end-to-end tests.

- DescribeStateMachineForExecution answers with the revision that the execution was started on, not with the newest:
  https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeStateMachineForExecution.html
- Before CloudFormation calls a custom resource's function, the stack has an event of that resource with its physical ID
  and its resolved properties:
  https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_StackEvent.html
- CloudFormation knows AWS::Lambda::ResourcePolicy; the emulator asks no policy who may call a function:
  https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-resourcepolicy.html
- The tests put the events of AWS services on the bus, which AWS does itself: ministack does not record API calls there.
"""

import copy
import functools
import json
import sys
from xml.sax.saxutils import escape

from ministack.app import main
from ministack.services import cloudformation, eventbridge, stepfunctions
from ministack.services.cloudformation import custom_resource, handlers, provisioners, stacks

_started = {}
_updated = {}


def _remembering(function):
    @functools.wraps(function)
    def start(data):
        before = set(stepfunctions._executions)
        response = function(data)
        for arn in set(stepfunctions._executions) - before:
            base = stepfunctions._executions[arn]["stateMachineArn"]
            machine = copy.deepcopy(stepfunctions._state_machines[base])
            machine["updateDate"] = _updated.get(base, machine["creationDate"])
            _started[arn] = machine
        return response

    return start


def _dating(function):
    @functools.wraps(function)
    def update(data):
        response = function(data)
        _updated[data.get("stateMachineArn")] = stepfunctions.now_iso()
        return response

    return update


def _describe(function):
    @functools.wraps(function)
    def describe(data):
        machine = _started.get(data.get("executionArn"))
        if machine is None:
            return function(data)
        wanted = ("stateMachineArn", "name", "definition", "roleArn", "updateDate", "revisionId", "loggingConfiguration")
        return stepfunctions.json_response({key: machine[key] for key in wanted if key in machine})

    return describe


def _telling(function):
    @functools.wraps(function)
    def invoke(request_type, logical_id, props, stack_name, stack_id, resource_type, physical_id=None, old_props=None):
        status = f"{request_type.upper()}_IN_PROGRESS"
        own = [event for event in cloudformation._stack_events.get(stack_id, []) if event["LogicalResourceId"] == logical_id]
        if not own or own[-1]["ResourceStatus"] != status:
            stacks._add_event(stack_id, stack_name, logical_id, resource_type, status)
            own = cloudformation._stack_events[stack_id][-1:]
        own[-1]["PhysicalResourceId"] = physical_id or ""
        own[-1]["ResourceProperties"] = json.dumps(custom_resource._normalise_resource_properties(props))
        return function(request_type, logical_id, props, stack_name, stack_id, resource_type, physical_id, old_props)

    return invoke


def _showing(function):
    @functools.wraps(function)
    def describe(params):
        status, headers, body = function(params)
        text = body.decode("utf-8")
        for events in cloudformation._stack_events.values():
            for event in events:
                if "ResourceProperties" in event:
                    mark = f"<EventId>{event['EventId']}</EventId>"
                    shown = f"<ResourceProperties>{escape(event['ResourceProperties'])}</ResourceProperties>"
                    text = text.replace(mark, mark + shown)
        return status, headers, text.encode("utf-8")

    return describe


for name, correct in {
    "_start_execution": _remembering,
    "_update_state_machine": _dating,
    "_describe_state_machine_for_execution": _describe,
}.items():
    setattr(stepfunctions, name, correct(getattr(stepfunctions, name)))
custom_resource.invoke_custom_resource = _telling(custom_resource.invoke_custom_resource)
handlers._ACTION_HANDLERS["DescribeStackEvents"] = _showing(handlers._describe_stack_events)
provisioners._RESOURCE_HANDLERS["AWS::Lambda::ResourcePolicy"] = {
    "create": lambda logical_id, props, stack_name: (props["ResourceArn"], {}),
    "delete": lambda physical_id, props: None,
}
eventbridge._put_events = functools.partial(eventbridge._put_events, allow_aws_source=True)

if __name__ == "__main__":
    sys.exit(main())
