import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { configurationOf, shown } from './folder.ts';

describe('resources of a folder', () => {
  it('have addresses by count and for_each, and their arguments', async () => {
    const { resources, unread } = await configurationOf(`
      resource "aws_sqs_queue" "each" {
        for_each = { eu = "europe", us = "america" }
        name     = each.value
      }
      resource "aws_sqs_queue" "count" {
        count = 2
        name  = "q\${count.index}"
      }
      resource "aws_sqs_queue" "none" { count = 0 }
    `);
    assert.deepEqual(
      resources.map(({ address, arguments: given }) => [address, shown(given.get('name'))]),
      [
        ['aws_sqs_queue.each["eu"]', '"europe"'],
        ['aws_sqs_queue.each["us"]', '"america"'],
        ['aws_sqs_queue.count[0]', '"q0"'],
        ['aws_sqs_queue.count[1]', '"q1"'],
      ],
    );
    assert.deepEqual(unread, []);
  });

  it('are one where nobody knows how many, with a note', async () => {
    const { resources, unread } = await configurationOf(`
      variable "environment" { type = string }
      resource "aws_sqs_queue" "q" {
        count = var.environment == "prod" ? 1 : 0
        name  = "q"
      }
      resource "aws_sns_topic" "t" { name = aws_sqs_queue.q[0].arn }
    `);
    assert.deepEqual(
      resources.map(({ address, arguments: given }) => [address, shown(given.get('name'))]),
      [
        ['aws_sqs_queue.q', '"q"'],
        ['aws_sns_topic.t', '${aws_sqs_queue.q.arn}'],
      ],
    );
    assert.deepEqual(
      unread.map(({ place, address, why }) => `${place.file}:${place.line} ${address}: ${why}`),
      [
        'main.tf:3 aws_sqs_queue.q: which instances there are is not known, one stands for all: variable "environment" has no value',
      ],
    );
  });
});
