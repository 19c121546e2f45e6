"""ministack, corrected in two places where AWS behaves otherwise; for the end-to-end tests.

- DescribeStateMachineForExecution answers with the revision that the execution was started on, not with the newest:
  https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeStateMachineForExecution.html
- The tests put the events of AWS services on the bus, which AWS does itself: ministack does not record API calls there.
"""

import copy
import functools
import sys

from ministack.app import main
from ministack.services import eventbridge, stepfunctions

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


for name, correct in {
    "_start_execution": _remembering,
    "_update_state_machine": _dating,
    "_describe_state_machine_for_execution": _describe,
}.items():
    setattr(stepfunctions, name, correct(getattr(stepfunctions, name)))
eventbridge._put_events = functools.partial(eventbridge._put_events, allow_aws_source=True)

if __name__ == "__main__":
    sys.exit(main())
