import {
  anything,
  bool,
  list,
  number,
  object,
  oneOf,
  plain,
  string,
  text,
  typed,
  url,
  type Rule,
  type Shape,
} from "./shapes.ts";

/** docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object */
const confirm = object({
  required: { text: text("confirmation.text") },
  optional: {
    title: plain("confirmation.title"),
    confirm: plain("confirmation.confirm"),
    deny: plain("confirmation.deny"),
    style: oneOf("primary", "danger"),
  },
});

/**
 * docs.slack.dev/reference/block-kit/composition-objects/option-object: mrkdwn only in radio buttons and
 * checkboxes.
 */
const optionWith = (label: Rule): Rule =>
  object({
    required: { text: label },
    optional: {
      value: string("option.value"),
      description: text("option.description"),
      url: url("option.url"),
    },
  });
const option = optionWith(plain("option.text"));
const richOption = optionWith(text("option.text"));

/** docs.slack.dev/reference/block-kit/composition-objects/option-group-object */
const optionGroup = object({
  required: { label: plain("option_group.label"), options: list(option, "option_group.options") },
});

const action: Record<string, Rule> = { action_id: string("action_id"), confirm, focus_on_load: bool };
const placeholder: Record<string, Rule> = { placeholder: plain("select.placeholder") };
const input: Record<string, Rule> = { ...action, ...placeholder, dispatch_action_config: anything };
const style = oneOf("primary", "danger");

const staticSelect: Shape = {
  optional: {
    ...action,
    ...placeholder,
    options: list(option, "select.options"),
    option_groups: list(optionGroup, "select.option_groups"),
    initial_option: option,
    initial_options: list(option),
    max_selected_items: number(),
  },
  oneOf: ["options", "option_groups"],
};
const otherSelect: Shape = {
  optional: {
    ...action,
    ...placeholder,
    min_query_length: number(),
    initial_option: option,
    initial_options: list(option),
    initial_user: string(),
    initial_users: list(string()),
    initial_conversation: string(),
    initial_conversations: list(string()),
    initial_channel: string(),
    initial_channels: list(string()),
    default_to_current_conversation: bool,
    filter: anything,
    response_url_enabled: bool,
    max_selected_items: number(),
  },
};
const feedbackButton = object({
  required: { text: plain("feedback_button.text"), value: string("feedback_button.value") },
  optional: { accessibility_label: string("feedback_button.accessibility_label") },
});

/**
 * docs.slack.dev/reference/block-kit/block-elements and …/composition-objects (the objects that carry a
 * type).
 */
export const ELEMENTS: Record<string, Shape> = {
  button: {
    required: { text: plain("button.text") },
    optional: {
      action_id: string("action_id"),
      url: url("button.url"),
      value: string("button.value"),
      style,
      confirm,
      accessibility_label: string("button.accessibility_label"),
    },
  },
  workflow_button: {
    required: { text: plain("button.text"), workflow: anything },
    optional: { ...action, style, accessibility_label: string("button.accessibility_label") },
  },
  checkboxes: {
    required: { options: list(richOption, "checkboxes.options") },
    optional: { ...action, initial_options: list(richOption, "checkboxes.options") },
  },
  radio_buttons: {
    required: { options: list(richOption, "radio_buttons.options") },
    optional: { ...action, initial_option: richOption },
  },
  overflow: { required: { options: list(option, "overflow.options") }, optional: action },
  static_select: staticSelect,
  multi_static_select: staticSelect,
  external_select: otherSelect,
  multi_external_select: otherSelect,
  users_select: otherSelect,
  multi_users_select: otherSelect,
  conversations_select: otherSelect,
  multi_conversations_select: otherSelect,
  channels_select: otherSelect,
  multi_channels_select: otherSelect,
  datepicker: { optional: { ...action, ...placeholder, initial_date: string() } },
  timepicker: { optional: { ...action, ...placeholder, initial_time: string(), timezone: string() } },
  datetimepicker: { optional: { ...action, initial_date_time: number() } },
  plain_text_input: {
    optional: {
      ...input,
      initial_value: string(),
      multiline: bool,
      min_length: number("plain_text_input.max_length"),
      max_length: number("plain_text_input.max_length"),
    },
  },
  email_text_input: { optional: { ...input, initial_value: string() } },
  url_text_input: { optional: { ...input, initial_value: string() } },
  number_input: {
    required: { is_decimal_allowed: bool },
    optional: { ...input, initial_value: string(), min_value: string(), max_value: string() },
  },
  rich_text_input: {
    optional: {
      ...input,
      initial_value: typed("block", "rich_text"),
      min_lines: number(),
      max_lines: number(),
    },
  },
  file_input: {
    optional: {
      action_id: string("action_id"),
      filetypes: list(string()),
      max_files: number("file_input.max_files"),
    },
  },
  image: {
    required: { alt_text: string("image.alt_text") },
    optional: { image_url: url("image.image_url"), slack_file: anything },
    oneOf: ["image_url", "slack_file"],
  },
  feedback_buttons: {
    required: { positive_button: feedbackButton, negative_button: feedbackButton },
    optional: { action_id: string("action_id") },
  },
  icon_button: {
    required: { icon: string(), text: plain("button.text") },
    optional: {
      ...action,
      value: string("button.value"),
      accessibility_label: string("button.accessibility_label"),
      visible_to_user_ids: list(string(), "icon_button.visible_to_user_ids"),
    },
  },
  url: { required: { url: url("url_source.url"), text: string() } },
  raw_text: { required: { text: string("data_table.cell_text") } },
  raw_number: { required: { value: number(), text: string("data_table.cell_text") } },
  // A cell of a table may be a whole rich_text block.
  rich_text: {
    required: {
      elements: list(
        typed("rich", "rich_text_section", "rich_text_list", "rich_text_quote", "rich_text_preformatted"),
      ),
    },
    optional: { block_id: string("block_id") },
  },
  plain_text: { required: { text: string("text") }, optional: { emoji: bool } },
  mrkdwn: { required: { text: string("text") }, optional: { verbatim: bool } },
};
