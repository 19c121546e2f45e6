import type { VariableOption } from '../../../src/terraform/modules/variables.ts';

export interface Fixture {
  readonly files: Readonly<Record<string, string>>;
  readonly variables?: readonly VariableOption[];
}

const show = (name: string, value: string) => `resource "terraform_data" "${name}" {\n  input = ${value}\n}\n`;

/** Folders whose resources, with their inputs, OpenTofu plans: what the language has besides expressions. */
export const FOLDERS: Readonly<Record<string, Fixture>> = {
  'the last source of a variable counts': {
    files: {
      'main.tf': [
        ...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => `variable "${name}" { default = "default" }\n`),
        show('it', '[var.a, var.b, var.c, var.d, var.e, var.f, var.g]'),
      ].join(''),
      'terraform.tfvars': ['b', 'c', 'd', 'e', 'f', 'g'].map((name) => `${name} = "terraform.tfvars"\n`).join(''),
      'a.auto.tfvars': ['c', 'd', 'e', 'f', 'g'].map((name) => `${name} = "a.auto"\n`).join(''),
      'b.auto.tfvars.json': JSON.stringify({ d: 'b.auto', e: 'b.auto', f: 'b.auto', g: 'b.auto' }),
      'other.tfvars': ['e', 'f', 'g'].map((name) => `${name} = "file"\n`).join(''),
    },
    variables: [
      { kind: 'value', name: 'f', value: 'value' },
      { kind: 'value', name: 'g', value: 'value' },
      { kind: 'file', path: 'other.tfvars' },
      { kind: 'value', name: 'g', value: 'last' },
    ],
  },
  'values have the types of their variables': {
    files: {
      'main.tf': `
variable "number" { type = number }
variable "text" { type = string }
variable "list" { type = list(string) }
variable "set" { type = set(number) }
variable "map" { type = map(any) }
variable "any" { type = any }
variable "queue" {
  type = object({
    name = string
    fifo = optional(bool, false)
    tags = optional(map(string))
    dead = optional(object({ name = optional(string, "dlq"), count = optional(number, 3) }), {})
  })
}
variable "queues" {
  type    = list(object({ name = string, delay = optional(number, 5) }))
  default = [{ name = "a", more = true }, { name = "b", delay = "7" }]
}
variable "required" {
  type     = string
  default  = "default"
  nullable = false
}
variable "optional" {
  type    = string
  default = "default"
}
variable "pair" {
  type    = tuple([string, number])
  default = [1, "2"]
}
${show('it', '[var.number, var.text, var.list, var.set, var.map, var.any, var.queue, var.queues, var.required, var.optional, var.pair]')}`,
      'terraform.tfvars': `
number   = "5"
text     = 1.50
list     = [1, true, "x"]
set      = ["2", 1, 2]
map      = { a = 1, b = "x" }
queue    = { name = "q", unknown = 1 }
required = null
optional = null
`,
    },
    variables: [{ kind: 'value', name: 'any', value: '{ a = [1, "x"] }' }],
  },
  'modules have inputs, outputs and instances': {
    files: {
      'main.tf': `
locals {
  names = { eu = "europe", us = "america" }
}
module "each" {
  source   = "./modules/queue"
  for_each = local.names
  name     = "\${each.key}-\${each.value}"
}
module "count" {
  source = "./modules/queue"
  count  = 2
  name   = "q\${count.index}"
  suffix = "!"
}
module "one" {
  source = "./modules/queue/"
  name   = module.each["eu"].name
}
module "none" {
  source = "./modules/queue"
  count  = 0
  name   = "none"
}
${show('it', '[module.each["us"].name, module.count[1].name, module.count[*].name, module.one.name, [for k, m in module.each : "${k}=${m.name}"], length(module.none), try(module.none[0].name, "nothing"), one(module.none[*].name), values(module.each)[*].folder, path.module, path.root]')}`,
      'modules/queue/main.tf': `
variable "name" { type = string }
variable "suffix" {
  type    = string
  default = ""
}
module "inner" {
  source = "../inner"
  text   = upper(var.name)
}
${show('it', '{ name = var.name, inner = module.inner.text, file = file("${path.module}/text.txt") }')}
output "name" { value = "\${var.name}\${var.suffix}" }
output "folder" { value = path.module }
`,
      'modules/queue/text.txt': 'a text\n',
      'modules/inner/main.tf': `
variable "text" {}
${show('it', 'var.text')}
output "text" { value = "<\${var.text}>" }
`,
    },
  },
  'instances refer to each other': {
    files: {
      'main.tf': `
variable "create" { default = true }
resource "terraform_data" "count" {
  count = 3
  input = "c\${count.index}"
}
resource "terraform_data" "each" {
  for_each = toset(["b", "a"])
  input    = each.value == each.key ? each.key : "never"
}
resource "terraform_data" "map" {
  for_each = { for k, v in { x = 1, y = 2, z = 3 } : k => v * 10 if v != 2 }
  input    = [each.key, each.value]
}
resource "terraform_data" "maybe" {
  count = var.create ? 1 : 0
  input = "made"
}
resource "terraform_data" "never" {
  count = var.create ? 0 : 1
  input = "made"
}
resource "terraform_data" "chained" {
  for_each = terraform_data.each
  input    = "after \${each.value.input}"
}
${show('it', '[terraform_data.count[1].input, terraform_data.count[*].input, terraform_data.each["a"].input, [for k, v in terraform_data.each : "${k}${v.input}"], values(terraform_data.map)[*].input, terraform_data.maybe[0].input, try(terraform_data.never[0].input, "none"), join(",", terraform_data.never[*].input), length(terraform_data.count), keys(terraform_data.map), terraform_data.maybe.*.input, one(terraform_data.maybe[*].input), { for i, c in terraform_data.count : c.input => i }]')}`,
    },
  },
  'files override others': {
    files: {
      'main.tf': `
variable "name" { default = "main" }
locals {
  kept     = "main"
  replaced = "main"
}
${show('it', '[var.name, local.kept, local.replaced]')}
resource "terraform_data" "other" { input = "main" }
`,
      'override.tf': 'variable "name" { default = "override" }\nlocals { replaced = "override" }\n',
      'z_override.tf': 'resource "terraform_data" "other" { input = "z" }\n',
    },
  },
  'templates are rendered': {
    files: {
      'main.tf': `
locals {
  queues = [{ name = "a", url = "https://a" }, { name = "b", url = "https://b" }]
}
${show('it', 'templatefile("definition.json.tftpl", { queues = local.queues, comment = "two \\"queues\\"", retry = 3, last = "b" })')}
${show('heredoc', '<<-EOT\n    {\n      %{ for i, q in local.queues ~}\n      "${q.name}": ${jsonencode(q.url)}%{ if i < length(local.queues) - 1 },%{ endif }\n      %{ endfor ~}\n    }\n  EOT\n')}
${show('decoded', 'jsondecode(templatefile("${path.module}/definition.json.tftpl", { queues = local.queues, comment = "c", retry = 3, last = "b" })).States')}
${show('yaml', 'yamldecode(file("definition.yaml"))')}
`,
      'definition.json.tftpl': `{
  "Comment": \${jsonencode(comment)},
  "StartAt": "a",
  "States": {
    %{~ for queue in queues }
    "\${queue.name}": {
      "Type": "Task",
      "Resource": "arn:aws:states:::sqs:sendMessage",
      "Parameters": {"QueueUrl": "\${queue.url}", "Id.$": "$.id", "Literal": "$\${x}"},
      "Retry": [{"MaxAttempts": \${retry}}],
      %{ if queue.name == last }"End": true%{ else }"Next": "\${last}"%{ endif }
    }%{ if queue.name != last },%{ endif }
    %{~ endfor }
  }
}
`,
      'definition.yaml': `Comment: a definition
StartAt: A
States:
  A:
    Type: Pass
    Result: {"x": 1, "y": [true, 2.5, null]}
    Comment: >-
      folded
      text
    Next: "B"
  B:
    Type: Succeed
`,
    },
  },
  'what refers to what is of no order': {
    files: {
      'b.tf': 'locals {\n  c = "${local.b}c"\n  b = "${local.a}b"\n}\n',
      'a.tf': `locals {\n  a = "a"\n}\n${show('it', 'local.c')}`,
    },
  },
};
