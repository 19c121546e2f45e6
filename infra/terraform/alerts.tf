# As infra/alarms.yaml and infra/dashboard.yaml have them.

resource "aws_sns_topic" "alerts" {
  count = local.has_alarms ? 1 : 0

  name = "${var.name}-alerts"
}

resource "aws_sns_topic_subscription" "email" {
  count = local.has_alarms && var.alert_email != "" ? 1 : 0

  topic_arn = aws_sns_topic.alerts[0].arn
  protocol  = "email"
  endpoint  = var.alert_email
}

locals {
  alarms = {
    Drift = {
      description = "A role lacked a permission that its state machines need. The function's log and message say which, and what would have happened."
      metric      = "rolefit Drift"
      dimensions  = { service = "drift-check" }
      statistic   = "Sum"
      period      = 300
      comparison  = "GreaterThanThreshold"
      threshold   = 0
      missing     = "notBreaching"
    }

    FailedRepair = {
      description = "A role could not be checked or put right, or not all of it since a state machine cannot be read. The function's log and message say which and why."
      metric      = "rolefit Failures"
      dimensions  = { service = "drift-check" }
      statistic   = "Sum"
      period      = 300
      comparison  = "GreaterThanThreshold"
      threshold   = 0
      missing     = "notBreaching"
    }

    RefusedGrant = {
      description = "A definition wants a permission that rolefit does not give away by itself. The function's log and message say which, and who changed the definition."
      metric      = "rolefit Refusals"
      dimensions  = { service = "drift-check" }
      statistic   = "Sum"
      period      = 300
      comparison  = "GreaterThanThreshold"
      threshold   = 0
      missing     = "notBreaching"
    }

    # One that has no memory or time left says nothing else:
    # https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html#invocation-metrics
    CheckFunctionErrors = {
      description = "A check has ended with an error, or without a word (no memory, no time). The function's log says which."
      metric      = "AWS/Lambda Errors"
      dimensions  = { FunctionName = one(aws_lambda_function.drift_check[*].function_name) }
      statistic   = "Sum"
      period      = 300
      comparison  = "GreaterThanThreshold"
      threshold   = 0
      missing     = "notBreaching"
    }

    # A step is tried four times; the first may be too early for Step Functions' list of executions.
    SweepFunctionErrors = {
      description = "A step of the sweep has failed each time it was tried, or the sweep has not looked at all roles. The function's log says why."
      metric      = "AWS/Lambda Errors"
      dimensions  = { FunctionName = one(aws_lambda_function.sweep[*].function_name) }
      statistic   = "Sum"
      period      = 3600
      comparison  = "GreaterThanThreshold"
      threshold   = 3
      missing     = "notBreaching"
    }

    DeadLetters = {
      description = "Changes could not be checked and wait in the dead-letter queue. Correct the reason and redrive them."
      metric      = "AWS/SQS ApproximateNumberOfMessagesVisible"
      dimensions  = { QueueName = one(aws_sqs_queue.dead_letters[*].name) }
      statistic   = "Maximum"
      period      = 300
      comparison  = "GreaterThanThreshold"
      threshold   = 0
      missing     = "notBreaching"
    }

    SweepDidNotRun = {
      description = "No sweep has looked at all roles and come to its end for too long. Look at the executions of the sweep's state machine."
      metric      = "rolefit Sweeps"
      dimensions  = { service = "sweep" }
      statistic   = "Sum"
      period      = var.sweep_alarm_seconds
      comparison  = "LessThanThreshold"
      threshold   = 1
      missing     = "breaching"
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "alarm" {
  for_each = {
    for name, alarm in local.alarms : name => alarm
    if local.has_alarms && (local.has_sweep || !startswith(name, "Sweep"))
  }

  # src/recheck/ownResources.ts knows the names.
  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = each.value.description
  namespace           = split(" ", each.value.metric)[0]
  metric_name         = split(" ", each.value.metric)[1]
  dimensions          = each.value.dimensions
  statistic           = each.value.statistic
  period              = each.value.period
  evaluation_periods  = 1
  threshold           = each.value.threshold
  comparison_operator = each.value.comparison
  treat_missing_data  = each.value.missing
  alarm_actions       = [aws_sns_topic.alerts[0].arn]
}

resource "aws_cloudwatch_dashboard" "rolefit" {
  count = local.has_dashboard ? 1 : 0

  dashboard_name = var.name

  dashboard_body = jsonencode({
    widgets = [
      {
        type = "metric", x = 0, y = 0, width = 12, height = 6
        properties = {
          title   = "Drift by purpose", region = local.region, stat = "Sum", period = 300, view = "timeSeries", stacked = true
          metrics = [[{ expression = "SEARCH('{rolefit,service,purpose} MetricName=\"Drift\"', 'Sum', 300)", label = "" }]]
        }
      },
      {
        type = "metric", x = 12, y = 0, width = 12, height = 6
        properties = {
          title = "Checks", region = local.region, stat = "Sum", period = 300, view = "timeSeries"
          metrics = [
            ["rolefit", "Checks", "service", "drift-check"],
            [".", "Repairs", ".", "."],
            [".", "Refusals", ".", "."],
            [".", "Failures", ".", "."],
            ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", aws_sqs_queue.dead_letters[0].name, { stat = "Maximum", label = "Dead letters" }],
          ]
        }
      },
      {
        type = "metric", x = 0, y = 6, width = 12, height = 6
        properties = {
          title = "Too wide", region = local.region, stat = "Maximum", period = 3600, view = "timeSeries"
          metrics = [
            ["rolefit", "Excess", "service", "drift-check"],
            [".", "UnresolvedWildcards", ".", "."],
            [".", "Doubts", ".", "."],
          ]
        }
      },
      {
        type = "metric", x = 12, y = 6, width = 12, height = 6
        properties = {
          title   = "Age of the last sweep when the next began (seconds)", region = local.region, stat = "Maximum", period = 3600, view = "timeSeries"
          metrics = [["rolefit", "SweepAge", "service", "sweep"]]
        }
      },
      {
        type = "log", x = 0, y = 12, width = 24, height = 8
        properties = {
          title = "What was found", region = local.region, view = "table"
          query = "SOURCE '${aws_cloudwatch_log_group.drift_check[0].name}' | fields @timestamp, role, message, actor.call, actor.actor | filter level in ['WARN', 'ERROR'] | sort @timestamp desc | limit 50"
        }
      },
    ]
  })
}
